export const zh = {
  refusals: {
    'files.empty': '文件是空的，没有内容。请检查后重新选择。',
    'files.not_what_it_says': '文件内容与扩展名不符，可能损坏或被改过名。请用原始文件重新上传。',
    'files.page_of_the_web': '这是一个网页文件，不能作为公文上传。请先打印成 PDF。',
    'files.too_many_uploads': '同时上传的文件太多，请等前面的传完。',
    'files.wrong_offset': '上传中断过，正在从断点继续。',
    'files.too_long': '收到的内容比文件声明的长，请重新上传。',
    'files.incomplete': '文件还没有传完。',
    'files.erased': '这个文件的内容已经清除。',
    'files.no_preview': '这种文件不能预览，请下载查看。',
    'files.classified_not_stored': '涉密文件不得上传：秘密级及以上内容不能进入本系统。',
    'files.unknown': '找不到这个文件，请重新上传。',
  },
};
