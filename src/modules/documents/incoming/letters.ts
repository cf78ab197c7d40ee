interface Named {
  title: string;
  number: string;
  sender: string;
  senderNumber: string;
}

/** The mail by which the sender is asked for pages; `again` reminds of one sent before. */
export const requestLetter = ({ title, sender, senderNumber }: Named, asked: { what: string; details: string }, again = false) => {
  const which = `${senderNumber ? `（${senderNumber}）` : ''}《${title}》`;
  const fault = asked.what === 'damaged' ? '纸张破损' : '缺页';
  return {
    subject: `${again ? '【再次提醒】' : ''}请补寄文件页：${senderNumber || title}`,
    body: [
      `${sender}：`,
      `贵单位来文${which}经我校签收清点，发现${fault}：${asked.details}`,
      again ? '前次请求尚未收到回复，请尽快补寄相应页（或补发全文），谢谢支持。' : '请补寄相应页（或补发全文），以便我校及时办理。照片见附件。',
    ].join('\n\n'),
  };
};
