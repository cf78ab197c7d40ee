-- Names of files and folders stand in the order of their pinyin, and their figures by value: 第2周 before 第10周.
create collation zh_names (provider = icu, locale = 'zh-u-kn-true');
alter table library_items alter column name type text collate zh_names;
