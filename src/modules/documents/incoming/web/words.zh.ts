/** What only the pages say. */
export const zh = {
  awaitedItems: { part: '承办', reading: '阅文', instruction: '批示', task: '交办事项' },
  labels: {
    dueUnknown: '时限跨到校历尚未发布的年度，发布后自动算出。', twinsSame: '这个单位的这份来文已经登记过', readIn: '读自', readAs: '文件里是：', noSecrecy: '无', dayTyped: '如 1120', receivedNow: '现在', allRight: '全部无误', pagesAfterwards: '登记后可直接向来文单位要求补页。', takeOut: '移除',
    paperEmpty: '扫描件、照片、PDF、Word 都可以，一次可放多个。放入正文后自动识别来文单位、字号、标题和日期，由你核对。', shortcuts: '快捷键',
    stubNoFiles: '涉密文件的标题和扫描件不进入本系统，已从表单中清除。请填写原件由谁保管、放在哪里。', throwThen: '填写的内容和已放入的文件都会清除，不能恢复。',
    keyUpload: '选择扫描件', keyPaste: '粘贴图片或文件', keyTake: '本栏采用文件里的内容', keyAllRight: '清点核对全部无误',
    sendBackThen: '退回后本件不再办理，并可打印退文函。', finishThen: '办结后不再分办和传阅，承办时钟停止。', majorThen: '提请后列为拟上会议题，不能撤回。', closePartThen: '办结后不能修改，结果用邮件报有关领导。', returnPartThen: '退回后由办公室重新分办。',
    dispatchThen: '分办后各部门收到待办，时限开始提醒；选错了，可由办公室撤回，也可由该部门退回。', phraseRead: '已阅。', nameDepartments: '点选部门', speakIt: '也可以用输入法的话筒口述。', instructNext: '提交后转{name}批示；办结前可以修改批示，改前的文字留在办理过程里。', instructThen: '提交后由办公室分办；办结前可以修改批示，改前的文字留在办理过程里。',
    dueToday: '今天下班前', dueTomorrow: '明天下班前', dueFriday: '本周五', dueNextFriday: '下周五', callNow: '请打电话',
    noScan: '没有扫描件，请看纸质原件。原件在：', sheetTitle: '文件处理单', signedBy: '签收', notSignedYet: '待签收', helpers: '协办人', assignAgain: '改派', assignAgainThen: '不再列出的人会收回待办；原来的指派和报告留在办理过程里。', toMine: '办理', attachedBy: '由 {who} 于', keptBefore: '第 {n} 版',
    noGapsUpTo: '1 至 {last} 号连续，没有缺号', step: '办理环节',
    scanLabel: '拍标签上的二维码', typeCode: '标签上的编码（扫码枪或手工输入）', goOn: '继续', noCode: '没有读到二维码。请让标签占满画面再拍一次，或输入标签上的编码。', heldByMe: '在我手里', onItsWay: '交接中',
    searchPaper: '标题、收文号、保管人或存放处', noneHeld: '你手里没有原件。扫标签接收后，会列在这里。', noneFound: '没有符合条件的原件。', heldSince: '自何时', paperLabel: '标签', printAgain: '重打',
    missingNumbers: '缺号', whereIsPaper: '原件在哪里',
    reason: '原因', moreActs: '更正与其他', convertThen: '改为{to}后按新的方式办理，原来的拟办和传阅停止。', voidThen: '作废后编号保留在登记簿上，不再使用，也不能恢复。', classifyThen: '标题、扫描件和识别出的文字立即从系统中清除，不能恢复，只留存根。',
    reopenThen: '重新计时，所选部门收到待办。', doneAgain: '由哪些部门重办', lostThen: '办公室会收到通知。找到后接收原件即可消除。', lostHow: '何时何处发现找不到', keepPaper: '不交了，仍由我保管', lost: '已报遗失', withdrawn: '已撤回', allPages: '已全部到齐', scanNext: '扫下一件',
    senders: '来文单位', clockBoard: '时限看板', searchSenders: '名称、别名或机关代字', sortBy: '排序', byTimes: '来文最多', byName: '名称', byLast: '最近来文', senderWord: '机关代字', senderTimes: '来文次数', lastLetter: '最近来文', phone: '电话', email: '邮箱', address: '地址', spellings: '又写作', noSenders: '还没有来文单位。登记收文后，来文单位自动列在这里。',
    changeSender: '修改', renameThen: '改名后，原名仍指向这个单位；已登记的来文按当时的写法保留。', senderName: '单位名称', mergeSender: '合并', mergeTitle: '合并来文单位', mergeInto: '并入哪个单位', merged: '合并后', mergeThen: '“{gone}”的来文（登记过 {n} 次）都归到“{stays}”名下，登记簿上写的名称不变；以后再写“{gone}”也算“{stays}”。合并后不能拆开。',
    comesAgain: '这一件是退回后重新来文',
    nothingAwaited: '没有要催的。分办、送阅、请批示和交办之后，还没有办的会列在这里。', urgeChosen: '催办所选（{n}）', urgedNow: '已催：站内与邮件', urgedByCall: '已列入电话催办单',
  },
};
