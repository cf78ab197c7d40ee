-- A row of old paper may say in which box it stands; those looked through before say nothing of it.
update archive_paper_lines set said = said || '{"box": "", "spine": ""}', item = item || '{"box": null, "spine": null}';
