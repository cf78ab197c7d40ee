export type Say = (zh: string, en: string) => void;

/** One line of progress, in both languages. */
export const say: Say = (zh, en) => console.log(`  ${zh} / ${en}`);

/** Where it is and how to sign in. */
export const greet = (address: string, sample: { password: string | undefined; exists: boolean; school: boolean; code: string | undefined }) => {
  console.log(`\n综办已就绪 / Zongban is ready\n  ${address}`);
  if (sample.exists) {
    console.log('\n  示例学校账号 / sample accounts: office.clerk  office.director  leader  principal  department.head  staff  admin …');
    console.log(sample.password ? `  密码 / password: ${sample.password}` : '  密码 / password: 建库时设定的密码 / the one set when the sample was made');
  } else if (!sample.school) console.log('\n  打开上面的地址，建立学校或载入示例学校。\n  Open the address to create the school or load the sample.');
  if (sample.code) console.log(`\n  启动代码 / start code: ${sample.code}`);
  console.log('\n  按 Ctrl+C 停止 / Ctrl+C stops it');
};
