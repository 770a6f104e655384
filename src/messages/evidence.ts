import type { EvidenceIssues } from "../base/issues/evidence.ts"
import type { Words } from "../base/lang.ts"
import type { Messages } from "./message.ts"

const SAVE_AS_TEXT: Words = {
    "zh-CN": "请把该格的格式设为“文本”，再按原样重新输入",
    en: "format the cell as text and type the content again",
}
const SHEET_HINT: Words = {
    "zh-CN": "请从灰色格子里照抄编号；如果排过序，请恢复备份，或改名保存后重新运行 lerpack import 登记",
    en: "copy the label from the grey cells; if the sheet was sorted, restore a backup, or rename it and run lerpack import again",
}
const LOCK_HINT: Words = {
    "zh-CN": "请恢复备份；该文件由程序写入，请勿手工修改",
    en: "restore a backup; the program writes this file, do not edit it",
}

export const evidenceIssues: Messages<keyof EvidenceIssues> = {
    "money.amount.empty": () => ({
        "zh-CN": { message: "金额或数量没有填写", hint: "请填写数字，例如 1234.5" },
        en: { message: "the amount is empty", hint: "write a number, for example 1234.5" },
    }),
    "money.amount.malformed": ({ text }) => ({
        "zh-CN": {
            message: `“${text}”不是金额或数量`,
            hint: "写数字，例如 1234.5；记不准的写 约8000 或者 5万多；不知道的写 不清楚；币种另填",
        },
        en: {
            message: `"${text}" is not an amount`,
            hint: "write figures, for example 1234.5, or about 8000; “not known” where it is not; the asset has its own field",
        },
    }),
    "money.amount.ambiguous": ({ text }) => ({
        "zh-CN": {
            message: `“${text}”中的逗号、小数点看不出是什么意思`,
            hint: "千位用逗号、小数用点，例如 1,234.5；也可以不写逗号",
        },
        en: {
            message: `the commas and points of "${text}" can be read in more than one way`,
            hint: "commas for thousands, a point for decimals: 1,234.5; or no commas",
        },
    }),
    "money.amount.exponent": ({ text }) => ({
        "zh-CN": { message: `“${text}”是科学计数法，末位数字可能已经丢失`, hint: "请从平台原始导出文件中抄写全部数字" },
        en: {
            message: `"${text}" is in scientific notation; its last digits may be lost`,
            hint: "copy all digits from the exchange's own export",
        },
    }),
    "money.amount.signed": ({ text }) => ({
        "zh-CN": { message: `“${text}”带有正负号，此处只填数量`, hint: "请去掉正负号" },
        en: { message: `"${text}" has a sign, and this field takes a quantity`, hint: "remove the sign" },
    }),
    "money.amount.too-precise": ({ text, asset, decimals, places }) => ({
        "zh-CN": {
            message: `“${text}”有${String(places)}位小数，${asset} 最多${String(decimals)}位`,
            hint: "请对照平台导出文件核对数字和币种",
        },
        en: {
            message: `"${text}" has ${String(places)} decimals, ${asset} has at most ${String(decimals)}`,
            hint: "compare number and asset with the exchange's export",
        },
    }),
    "money.amount.respelled": ({ text, read }) => ({
        "zh-CN": { message: `“${text}”按 ${read} 读取` },
        en: { message: `"${text}" was read as ${read}` },
    }),

    "evidence.file.changed": ({ label, file, importedAt }) => ({
        "zh-CN": {
            message: `${label}（${file}）与 ${importedAt} 登记时的内容不同`,
            hint: "请把原来的文件放回原处；改动后的文件另取名称放入，再运行 lerpack import 登记；原来的已找不回来的，在“给谁看”中选“都不给”",
        },
        en: {
            message: `${label} (${file}) differs from what was recorded at ${importedAt}`,
            hint: "put the original file back; add the changed one under another name and run lerpack import once more; if the original is lost, choose 都不给 (nobody) for it",
        },
    }),
    "evidence.file.missing": ({ label, file }) => ({
        "zh-CN": {
            message: `${label}（${file}）已登记，但文件不在了`,
            hint: `请把原来的文件放回原处；已经找不到，或者不想提供的，在 证据说明.xlsx 的“给谁看”中选“都不给”，登记记录照留；误放进来、不该在这里的，运行 lerpack import <案件文件夹> --remove ${label}，记录一并去掉`,
        },
        en: {
            message: `${label} (${file}) is recorded, but the file is gone`,
            hint: `put the file back; if it cannot be found or is to be withheld, choose 都不给 (nobody) for it in 证据说明.xlsx; its record stays. If it was added by mistake, run lerpack import <folder> --remove ${label}: its record goes too`,
        },
    }),
    "evidence.file.withdrawn": ({ label, file }) => ({
        "zh-CN": {
            message: `${label}（${file}）已登记，文件不在了；“给谁看”选的是“都不给”，不放进材料包`,
            hint: "如果是误删，请放回原处",
        },
        en: {
            message: `${label} (${file}) is recorded and gone; it is marked 都不给 (nobody) and enters no packet`,
            hint: "if it was deleted by mistake, put it back",
        },
    }),
    "evidence.remove.unknown": ({ label }) => ({
        "zh-CN": {
            message: `没有登记过 ${label}，没有移除任何文件`,
            hint: "编号见 证据说明.xlsx 第一列，例如 E003、X02",
        },
        en: {
            message: `${label} is not registered; nothing was taken out`,
            hint: "labels stand in the first column of 证据说明.xlsx, as E003 or X02",
        },
    }),
    "evidence.remove.there": ({ label, file }) => ({
        "zh-CN": {
            message: `${label}（${file}）还在案件文件夹里，没有移除任何文件`,
            hint: "lerpack 不删除证据文件：请自己把它移到别处或者删除，再运行一次；只是不想给别人看的，不用移除，在“给谁看”中选“都不给”",
        },
        en: {
            message: `${label} (${file}) still lies in the case folder; nothing was taken out`,
            hint: "lerpack deletes no evidence: move or delete the file yourself and run this again; to show it to nobody, choose 都不给 (nobody) for it instead",
        },
    }),
    "evidence.file.irregular": () => ({
        "zh-CN": { message: "是快捷方式或链接，不是文件本身，没有登记", hint: "需要的，请把它指向的文件复制进来" },
        en: {
            message: "a shortcut or link, not a file; it was not recorded",
            hint: "copy in the file that it points to, if it is needed",
        },
    }),
    "evidence.file.renamed": ({ label, file, to }) => ({
        "zh-CN": { message: `${label}（${file}）改名或移动成了 ${to}`, hint: "请改回原来的名称和位置" },
        en: {
            message: `${label} (${file}) was renamed or moved to ${to}`,
            hint: "give it its old name and place again",
        },
    }),
    "evidence.file.not-imported": ({ file, folder }) => ({
        "zh-CN": { message: `${folder} 中的 ${file} 还没有登记`, hint: "请运行 lerpack import 登记" },
        en: { message: `${file} in ${folder} is not recorded yet`, hint: "run lerpack import to record it" },
    }),
    "evidence.file.duplicate": ({ file, label, other }) => ({
        "zh-CN": {
            message: `${file} 与 ${label}（${other}）内容完全相同`,
            hint: "请确认是否放错了文件；不需要的一份在“给谁看”中选“都不给”",
        },
        en: {
            message: `${file} has the same content as ${label} (${other})`,
            hint: "check that it is the right file; choose 都不给 for the one that is not needed",
        },
    }),
    "evidence.file.empty": ({ file }) => ({
        "zh-CN": { message: `${file} 是空文件`, hint: "请重新复制或重新导出该文件，另取名称放入" },
        en: { message: `${file} is empty`, hint: "copy or export it again and add it under another name" },
    }),
    "evidence.file.extension": ({ file, mediaType }) => ({
        "zh-CN": { message: `${file} 的扩展名与内容不一致，实际是 ${mediaType}；材料包中按实际类型命名，原名照记` },
        en: {
            message: `the extension of ${file} does not fit its content, which is ${mediaType}; the packet names it by its content and records the original name`,
        },
    }),
    "evidence.file.unrecognised": ({ file, extension }) => ({
        "zh-CN": {
            message: `${file} 的内容不是 ${extension} 文件，也认不出是别的什么`,
            hint: "请打开看一看；打不开的，可能没有拷贝完整，请从原来的设备重新拷贝。收到时就是这样的，不必改动",
        },
        en: {
            message: `the content of ${file} is no ${extension} file, nor anything else that is known`,
            hint: "open it; if it does not open, it may have been copied in part: copy it again from where it came from. Leave it if it was received like this",
        },
    }),
    "evidence.file.skipped": ({ file }) => ({
        "zh-CN": { message: `${file} 是系统自动生成的文件，未登记` },
        en: { message: `${file} was made by the operating system and is not recorded` },
    }),
    "evidence.name.invisible": ({ file }) => ({
        "zh-CN": { message: `文件名中有看不见的字符：${file}`, hint: "如果这是收到时的原名，不必改动，清单中会标明" },
        en: {
            message: `the file name has invisible characters: ${file}`,
            hint: "leave it if it came with this name; the list shows the characters",
        },
    }),
    "evidence.name.twice": ({ file }) => ({
        "zh-CN": { message: `有两个文件的名称看上去相同：${file}`, hint: "请给其中一个改名" },
        en: { message: `two files have names that look the same: ${file}`, hint: "rename one of them" },
    }),
    "evidence.name.undecodable": ({ file, gbk }) => ({
        "zh-CN": {
            message: `文件名不是 UTF-8 编码，无法读取：${file}`,
            hint: gbk === "" ? "请给该文件改名" : `原来的名字可能是“${gbk}”，请改成这个名字，或另取一个`,
        },
        en: {
            message: `the file name is not in UTF-8 and cannot be read: ${file}`,
            hint:
                gbk === ""
                    ? "rename the file"
                    : `it was probably called “${gbk}”: rename the file to that, or to another name`,
        },
    }),
    "evidence.lock.unreadable": () => ({
        "zh-CN": { message: "登记文件读不出来", hint: LOCK_HINT["zh-CN"] },
        en: { message: "the record of evidence cannot be read", hint: LOCK_HINT.en },
    }),
    "evidence.lock.version": ({ version }) => ({
        "zh-CN": {
            message: `登记文件的版本是 ${version}，本程序不认识`,
            hint: "请使用写入该文件的程序版本或更新的版本",
        },
        en: {
            message: `the record of evidence has version ${version}, which this program does not know`,
            hint: "use the version of the program that wrote it, or a later one",
        },
    }),
    "evidence.lock.field": ({ field }) => ({
        "zh-CN": { message: `登记文件中 ${field} 一项不符合格式`, hint: LOCK_HINT["zh-CN"] },
        en: { message: `${field} in the record of evidence is not as the program writes it`, hint: LOCK_HINT.en },
    }),
    "evidence.lock.twice": ({ label, file }) => ({
        "zh-CN": { message: `登记文件中 ${label}（${file}）出现两次`, hint: LOCK_HINT["zh-CN"] },
        en: { message: `${label} (${file}) is recorded twice`, hint: LOCK_HINT.en },
    }),
    "evidence.description.columns": ({ missing }) => ({
        "zh-CN": {
            message: missing === "" ? "表中没有找到表头" : `表中缺少这些列：${missing}`,
            hint: "请保留第一行的表头；可把填好的表改名保存，重新运行 lerpack import 生成新表后抄回",
        },
        en: {
            message: missing === "" ? "the sheet has no heading row" : `the sheet lacks these columns: ${missing}`,
            hint: "keep the heading row; or rename the sheet, run lerpack import for a new one and copy the answers",
        },
    }),
    "evidence.description.extra-column": ({ cell }) => ({
        "zh-CN": { message: `${cell} 在表格的列以外，程序不会保留`, hint: "请把内容移到“说明”一列，或删去" },
        en: {
            message: `${cell} is outside the table and would not be kept`,
            hint: "move it into the column 说明, or delete it",
        },
    }),
    "evidence.description.unknown-label": ({ cell, label }) => ({
        "zh-CN": {
            message:
                label === ""
                    ? `${cell} 没有编号，这一行的内容不知道属于哪个文件`
                    : `${cell === "" ? "表中" : cell} 的编号 ${label} 没有登记`,
            hint: SHEET_HINT["zh-CN"],
        },
        en: {
            message:
                label === ""
                    ? `${cell} has no label, so it is unknown which file the row describes`
                    : `the label ${label}${cell === "" ? "" : ` in ${cell}`} is not recorded`,
            hint: SHEET_HINT.en,
        },
    }),
    "evidence.description.twice": ({ cell, label }) => ({
        "zh-CN": { message: `${cell}：编号 ${label} 出现两次`, hint: "请合并成一行" },
        en: { message: `${cell}: the label ${label} occurs twice`, hint: "make one row of the two" },
    }),
    "evidence.description.row-mixed": ({ cell, label }) => ({
        "zh-CN": {
            message: `${cell}：${label} 这一行的文件名或 SHA-256 不是这个文件的，说明可能错了行`,
            hint: SHEET_HINT["zh-CN"],
        },
        en: {
            message: `${cell}: file name or SHA-256 in the row of ${label} are another file's; descriptions may have slipped`,
            hint: SHEET_HINT.en,
        },
    }),
    "evidence.description.others-data": ({ cell }) => ({
        "zh-CN": { message: `${cell} 只能填“是”或“否”`, hint: "请从下拉列表中选择" },
        en: { message: `${cell} takes 是 or 否 only`, hint: "choose from the list" },
    }),
    "evidence.description.share": ({ cell, found, choices }) => ({
        "zh-CN": { message: `${cell} 填的是“${found}”，不是“给谁看”的选项`, hint: `只能填：${choices}` },
        en: {
            message: `${cell} holds "${found}", which is none of the choices of 给谁看`,
            hint: `choose one of: ${choices}`,
        },
    }),
    "evidence.description.recipient-unstated": ({ cell, label }) => ({
        "zh-CN": {
            message: `${cell}：${label} 选了给境外收件方，但没有填明不含他人信息`,
            hint: "不含的请在“是否含他人信息”中填“否”；含有的请在“遮盖”表中写明要涂黑的位置，或改为“只给民警”",
        },
        en: {
            message: `${cell}: ${label} is released to the recipient without the statement that it holds no other person's data`,
            hint: "answer 否 if it holds none; otherwise say in the sheet 遮盖 what to black out, or choose 只给民警",
        },
    }),
    "evidence.description.caption-missing": ({ label }) => ({
        "zh-CN": { message: `${label} 是图片，还没有中文说明`, hint: "请写清图中能看到什么；外文内容写出中文意思" },
        en: {
            message: `${label} is a picture without a description in Chinese`,
            hint: "write what it shows; give the meaning of foreign text in Chinese",
        },
    }),
    "evidence.description.source-missing": ({ label }) => ({
        "zh-CN": { message: `${label} 没有写来源`, hint: "例如：本人手机截屏、平台网页导出、客服邮件" },
        en: {
            message: `${label} has no source`,
            hint: "for example: screenshot of my phone, export from the web site, mail from support",
        },
    }),

    "office.file.not-xlsx": () => ({
        "zh-CN": { message: "不是 xlsx 表格", hint: "请在表格软件中另存为 .xlsx" },
        en: { message: "not an xlsx spreadsheet", hint: "save it as .xlsx" },
    }),
    "office.file.old-format": () => ({
        "zh-CN": { message: "是旧的 .xls 格式，或者设有密码，无法读取", hint: "请取消密码，另存为 .xlsx" },
        en: {
            message: "an old .xls file, or protected by a password",
            hint: "remove the password and save it as .xlsx",
        },
    }),
    "office.file.damaged": () => ({
        "zh-CN": { message: "表格文件损坏，无法读取", hint: "请在表格软件中打开后另存为新的 .xlsx" },
        en: {
            message: "the spreadsheet is damaged",
            hint: "open it in a spreadsheet program and save it as a new .xlsx",
        },
    }),
    "office.file.too-large": () => ({
        "zh-CN": { message: "表格解开后过大，未读取", hint: "请只保留需要的工作表，或分成几个文件" },
        en: {
            message: "the spreadsheet is too large when unpacked and was not read",
            hint: "keep only the sheets that are needed, or split the file",
        },
    }),
    "office.text.unprintable": ({ cell }) => ({
        "zh-CN": { message: `${cell} 中有无法写入表格的字符`, hint: "请删去该字符后重试" },
        en: { message: `${cell} has characters that a spreadsheet cannot hold`, hint: "remove them" },
    }),
    "office.text.too-long": ({ cell, length, limit }) => ({
        "zh-CN": {
            message: `${cell} 有${String(length)}个字符，单元格最多${String(limit)}个`,
            hint: "请缩短，或作为单独的文件放入 evidence",
        },
        en: {
            message: `${cell} has ${String(length)} characters, a cell holds ${String(limit)}`,
            hint: "shorten it, or add it to evidence as a file",
        },
    }),
    "office.cell.date": ({ cell, stored }) => ({
        "zh-CN": {
            message: `${cell} 被表格软件改成了日期（存为 ${stored}），原来输入的内容已不可知`,
            hint: SAVE_AS_TEXT["zh-CN"],
        },
        en: {
            message: `${cell} was turned into a date (stored as ${stored}); what was typed is no longer known`,
            hint: SAVE_AS_TEXT.en,
        },
    }),
    "office.cell.number": ({ cell, stored }) => ({
        "zh-CN": {
            message: `${cell} 被表格软件当作数字保存（${stored}），末位可能已经改变`,
            hint: SAVE_AS_TEXT["zh-CN"],
        },
        en: {
            message: `${cell} was stored as a number (${stored}); its last digits may have changed`,
            hint: SAVE_AS_TEXT.en,
        },
    }),
    "office.cell.formula": ({ cell }) => ({
        "zh-CN": { message: `${cell} 是公式，不是文字`, hint: SAVE_AS_TEXT["zh-CN"] },
        en: { message: `${cell} is a formula, not text`, hint: SAVE_AS_TEXT.en },
    }),
    "office.cell.no-text": ({ cell, stored }) => ({
        "zh-CN": { message: `${cell} 不是文字（${stored}）`, hint: SAVE_AS_TEXT["zh-CN"] },
        en: { message: `${cell} is not text (${stored})`, hint: SAVE_AS_TEXT.en },
    }),
}
