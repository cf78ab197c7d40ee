/** What only the pages say. */
export const zh = {
  labels: {
    twinsSame: '这个单位的这份来文已经登记过', readIn: '读自', readAs: '文件里是：', noSecrecy: '无', dayTyped: '如 1120', receivedNow: '现在', allRight: '全部无误', pagesAfterwards: '登记后可直接向来文单位要求补页。', takeOut: '移除',
    paperEmpty: '扫描件、照片、PDF、Word 都可以，一次可放多个。放入正文后自动识别来文单位、字号、标题和日期，由你核对。', shortcuts: '快捷键',
    stubNoFiles: '涉密文件的标题和扫描件不进入本系统，已从表单中清除。请填写原件由谁保管、放在哪里。', throwThen: '填写的内容和已放入的文件都会清除，不能恢复。',
    keyUpload: '选择扫描件', keyPaste: '粘贴图片或文件', keyTake: '本栏采用文件里的内容', keyAllRight: '清点核对全部无误',
  },
};
