import { Modal } from 'antd';
import SignIn from './SignIn.tsx';

/** Above the page, which stays as it is with what was typed. */
const SignInAgain = ({ school }: { school: string }) => <Modal open footer={null} closable={false} mask={{ closable: false }} keyboard={false}><SignIn school={school} again /></Modal>;

export default SignInAgain;
