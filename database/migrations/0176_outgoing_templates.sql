-- 公文模板: how each 文种 usually begins, goes on and ends (OUT-1). What is in 【】 is filled in by whoever drafts, what is in {} by the program.
create table outgoing_templates (
  id           uuid primary key,
  kind         text not null,
  name         text not null,
  position     integer not null,
  is_default   boolean not null,
  version      integer not null default 1,
  withdrawn_at timestamptz,
  withdrawn_by uuid references people,
  withdrawn_why text,
  constraint outgoing_templates_withdrawn check ((withdrawn_at is null) = (withdrawn_why is null) and (withdrawn_at is null or not is_default))
);
create unique index outgoing_templates_one_name on outgoing_templates (kind, name) where withdrawn_at is null;
create unique index outgoing_templates_one_default on outgoing_templates (kind) where is_default;

-- Every version that was saved. None is ever changed.
create table outgoing_template_versions (
  template_id uuid not null references outgoing_templates,
  version     integer not null check (version > 0),
  at          timestamptz not null,
  -- nobody: as it was shipped
  by          uuid references people,
  why         text not null default '',
  name        text not null,
  title       text not null,
  -- whom it usually goes to
  main_to     text not null,
  body        text not null,
  -- 结束语
  closing     text not null,
  note        text not null,
  primary key (template_id, version)
);

alter table outgoing_documents
  add column template_id      uuid,
  add column template_version integer,
  add constraint outgoing_begun_from foreign key (template_id, template_version) references outgoing_template_versions,
  add constraint outgoing_begun_from_one check ((template_id is null) = (template_version is null));
create index outgoing_by_template on outgoing_documents (template_id) where template_id is not null;

with shipped (kind, position, name, title, main_to, body, closing, note) as (values
  ('决议', 1, '决议', '关于【事项】的决议', '', E'【会议名称】听取和审议了【报告或议案】。会议认为，【评价】。\n会议决定，【决定的内容】。\n会议要求，【要求】。', '', ''),
  ('决定', 1, '决定', '关于【事项】的决定', '各处室、年级组', E'【缘由】。经【会议】研究，决定【事项】。\n【要求或号召】', '', ''),
  ('命令', 1, '命令', '{学校}令', '', E'【依据】，现予公布【名称】，自【日期】起施行。', '', ''),
  ('公报', 1, '公报', '【会议名称】公报', '', E'【会议名称】于【时间】在【地点】举行。【出席情况】。\n会议【听取、审议、通过】了【内容】。\n会议指出，【内容】。', '', ''),
  ('公告', 1, '公告', '关于【事项】的公告', '', E'根据【依据】，现就【事项】公告如下。\n一、【内容】\n二、【内容】', '特此公告。', ''),
  ('通告', 1, '通告', '关于【事项】的通告', '', E'为【目的】，现将【事项】通告如下。\n一、【内容】\n二、【内容】', '特此通告。', ''),
  ('意见', 1, '实施意见', '关于【事项】的实施意见', '各处室、年级组', E'为【目的】，根据【依据】，结合我校实际，提出如下实施意见。\n一、总体要求\n【要求】\n二、主要措施\n（一）【措施】\n（二）【措施】\n三、组织保障\n【保障】', '', ''),
  ('通知', 1, '工作通知', '关于【事项】的通知', '各处室、年级组', E'为【目的】，现就【事项】有关工作通知如下。\n一、时间和地点\n【时间、地点】\n二、参加范围\n【对象】\n三、有关要求\n（一）【要求】\n（二）【要求】', '特此通知。', ''),
  ('通知', 2, '会议通知', '关于召开【会议名称】的通知', '各处室、年级组', E'经研究，定于【时间】召开【会议名称】。现将有关事项通知如下。\n一、会议时间\n{年份}年【月】月【日】日【时间】\n二、会议地点\n【地点】\n三、参加人员\n【对象】\n四、会议内容\n【内容】\n五、有关要求\n（一）请参会人员提前十分钟到场签到，因故不能参加的向{部门}请假。\n（二）【要求】', '特此通知。', '（联系人：{拟稿人}，电话：【号码】）'),
  ('通知', 3, '转发通知', '转发【来文单位】关于【事项】的通知', '各处室、年级组', E'现将【来文单位】《关于【事项】的通知》（【来文字号】）转发给你们，并结合我校实际提出以下要求，请一并贯彻落实。\n一、【要求】\n二、【要求】\n请于【日期】前将落实情况报{部门}。', '', ''),
  ('通报', 1, '情况通报', '关于【事项】情况的通报', '各处室、年级组', E'【时间】，学校【做了什么】。现将有关情况通报如下。\n一、基本情况\n【情况】\n二、存在的问题\n【问题】\n三、下一步要求\n【要求】', '', ''),
  ('通报', 2, '表扬通报', '关于表扬【集体或个人】的通报', '各处室、年级组', E'{学年}学年，【集体或个人】【事迹】。经【会议】研究，决定对【集体或个人】予以通报表扬。\n希望【勉励】。\n全体教职工要【号召】。', '', ''),
  ('报告', 1, '工作报告', '关于【事项】的报告', '【主送机关】', E'根据【依据】要求，现将我校【事项】情况报告如下。\n一、工作开展情况\n【情况】\n二、主要成效\n【成效】\n三、存在的困难和下一步打算\n【打算】', '特此报告。', ''),
  ('请示', 1, '请示', '关于【事项】的请示', '【主送机关】', E'【缘由】。为【目的】，拟【事项】，所需经费【金额】从【来源】列支。', '妥否，请批示。', '（联系人：{拟稿人}，电话：【号码】）'),
  ('批复', 1, '批复', '关于【事项】的批复', '【请示部门】', E'你部门《关于【事项】的请示》收悉。经研究，批复如下。\n一、同意【事项】。\n二、【要求】', '此复。', ''),
  ('议案', 1, '议案', '关于提请审议【事项】的议案', '【审议的会议】', E'【缘由】。为【目的】，{部门}拟订了【名称】，已经【程序】，现提请审议。', '请予审议。', ''),
  ('函', 1, '商洽函', '关于【事项】的函', '【主送单位】', E'为【目的】，我校拟【事项】，现商请贵单位【协助内容】。', '请予支持，并于【日期】前函复为盼。', ''),
  ('函', 2, '复函', '关于【事项】的复函', '【来函单位】', E'贵单位《关于【事项】的函》（【来文字号】）收悉。经研究，现函复如下。\n一、【意见】\n二、【意见】', '特此函复。', ''),
  ('纪要', 1, '会议纪要', '【会议名称】纪要', '', E'【时间】，【主持人】在【地点】主持召开【会议名称】。会议【听取、研究】了【议题】。现纪要如下。\n一、【议题】\n会议认为，【内容】。会议决定，【内容】。\n二、【议题】\n会议要求，【内容】。', '', '')
), made as (
  insert into outgoing_templates (id, kind, name, position, is_default)
  select gen_random_uuid(), kind, name, position, position = 1 from shipped returning id, kind, name
)
insert into outgoing_template_versions (template_id, version, at, name, title, main_to, body, closing, note)
select made.id, 1, now(), shipped.name, title, main_to, body, closing, note from made join shipped using (kind, name);

create trigger outgoing_template_versions_are_kept before update or delete or truncate on outgoing_template_versions
  for each statement execute function keep_for_ever();
