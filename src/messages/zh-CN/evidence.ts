import type { EvidenceIssues } from "../../base/issues/evidence.ts"
import type { Messages } from "../message.ts"

const SAVE_AS_TEXT = "请把该格的格式设为“文本”，再按原样重新输入"
const SHEET_HINT = "请从灰色格子里照抄编号；如果排过序，请恢复备份，或改名保存后重新运行 lerpack import 登记"

export const evidenceIssues: Messages<EvidenceIssues> = {
    "money.amount.empty": () => ({ message: "金额或数量没有填写", hint: "请填写数字，例如 1234.5" }),
    "money.amount.malformed": ({ text }) => ({
        message: `“${text}”不是金额或数量`,
        hint: "只写数字和小数点，例如 1234.5；币种另填",
    }),
    "money.amount.ambiguous": ({ text }) => ({
        message: `“${text}”中的逗号、小数点看不出是什么意思`,
        hint: "千位用逗号、小数用点，例如 1,234.5；也可以不写逗号",
    }),
    "money.amount.exponent": ({ text }) => ({
        message: `“${text}”是科学计数法，末位数字可能已经丢失`,
        hint: "请从平台原始导出文件中抄写全部数字",
    }),
    "money.amount.signed": ({ text }) => ({ message: `“${text}”带有正负号，此处只填数量`, hint: "请去掉正负号" }),
    "money.amount.too-precise": ({ text, asset, decimals, places }) => ({
        message: `“${text}”有${String(places)}位小数，${asset} 最多${String(decimals)}位`,
        hint: "请对照平台导出文件核对数字和币种",
    }),
    "money.amount.respelled": ({ text, read }) => ({ message: `“${text}”按 ${read} 读取` }),

    "evidence.file.changed": ({ label, file, importedAt }) => ({
        message: `${label}（${file}）与 ${importedAt} 登记时的内容不同`,
        hint: "请把原来的文件放回原处；改动后的文件另取名称放入，再运行 lerpack import 登记；原来的已找不回来的，在“给谁看”中选“都不给”",
    }),
    "evidence.file.missing": ({ label, file }) => ({
        message: `${label}（${file}）已登记，但文件不在了`,
        hint: "请把原来的文件放回原处；已经找不到，或者不想提供的，在 证据说明.xlsx 的“给谁看”中选“都不给”，登记记录照留",
    }),
    "evidence.file.withdrawn": ({ label, file }) => ({
        message: `${label}（${file}）已登记，文件不在了；“给谁看”选的是“都不给”，不放进材料包`,
        hint: "如果是误删，请放回原处",
    }),
    "evidence.file.irregular": () => ({
        message: "是快捷方式或链接，不是文件本身，没有登记",
        hint: "需要的，请把它指向的文件复制进来",
    }),
    "evidence.file.renamed": ({ label, file, to }) => ({
        message: `${label}（${file}）改名或移动成了 ${to}`,
        hint: "请改回原来的名称和位置",
    }),
    "evidence.file.not-imported": ({ file, folder }) => ({
        message: `${folder} 中的 ${file} 还没有登记`,
        hint: "请运行 lerpack import 登记",
    }),
    "evidence.file.duplicate": ({ file, label, other }) => ({
        message: `${file} 与 ${label}（${other}）内容完全相同`,
        hint: "请确认是否放错了文件；不需要的一份在“给谁看”中选“都不给”",
    }),
    "evidence.file.empty": ({ file }) => ({
        message: `${file} 是空文件`,
        hint: "请重新复制或重新导出该文件，另取名称放入",
    }),
    "evidence.file.extension": ({ file, mediaType }) => ({
        message: `${file} 的扩展名与内容不一致，实际是 ${mediaType}；材料包中按实际类型命名，原名照记`,
    }),
    "evidence.file.skipped": ({ file }) => ({ message: `${file} 是系统自动生成的文件，未登记` }),
    "evidence.name.invisible": ({ file }) => ({
        message: `文件名中有看不见的字符：${file}`,
        hint: "如果这是收到时的原名，不必改动，清单中会标明",
    }),
    "evidence.name.twice": ({ file }) => ({ message: `有两个文件的名称看上去相同：${file}`, hint: "请给其中一个改名" }),
    "evidence.name.undecodable": ({ file }) => ({ message: `文件名无法读取：${file}`, hint: "请给该文件改名" }),
    "evidence.lock.unreadable": () => ({
        message: "登记文件读不出来",
        hint: "请恢复备份；该文件由程序写入，请勿手工修改",
    }),
    "evidence.lock.version": ({ version }) => ({
        message: `登记文件的版本是 ${version}，本程序不认识`,
        hint: "请使用写入该文件的程序版本或更新的版本",
    }),
    "evidence.lock.field": ({ field }) => ({
        message: `登记文件中 ${field} 一项不符合格式`,
        hint: "请恢复备份；该文件由程序写入，请勿手工修改",
    }),
    "evidence.lock.twice": ({ label, file }) => ({
        message: `登记文件中 ${label}（${file}）出现两次`,
        hint: "请恢复备份；该文件由程序写入，请勿手工修改",
    }),
    "evidence.record.differs": ({ label, field, recorded, actual }) => ({
        message: `${label} 的 ${field} 记录为 ${recorded}，与实际的 ${actual} 不符`,
        hint: "记录与文件对不上，这份材料包不能使用；请提供人重新生成并提供",
    }),
    "evidence.record.mask": ({ label }) => ({
        message: `${label} 的遮盖位置与遮盖件不成对，只有其中一样`,
        hint: "不能确定该给哪一张，这份材料包不能使用；请提供人重新生成并提供",
    }),
    "evidence.record.twice": ({ label }) => ({
        message: `编号 ${label} 记录了两次`,
        hint: "一个编号只能是一个文件；请提供人重新生成并提供",
    }),
    "evidence.record.no-file": ({ label }) => ({
        message: `记录中有 ${label}，材料包中没有这个文件`,
        hint: "请提供人重新生成并提供",
    }),
    "evidence.record.unnamed": () => ({
        message: "材料包中有这个文件，证据记录中没有",
        hint: "来历不明，不能使用；请提供人重新生成并提供",
    }),
    "evidence.description.columns": ({ missing }) => ({
        message: missing === "" ? "表中没有找到表头" : `表中缺少这些列：${missing}`,
        hint: "请保留第一行的表头；可把填好的表改名保存，重新运行 lerpack import 生成新表后抄回",
    }),
    "evidence.description.extra-column": ({ cell }) => ({
        message: `${cell} 在表格的列以外，程序不会保留`,
        hint: "请把内容移到“说明”一列，或删去",
    }),
    "evidence.description.unknown-label": ({ cell, label }) => ({
        message:
            label === ""
                ? `${cell} 没有编号，这一行的内容不知道属于哪个文件`
                : `${cell === "" ? "表中" : cell} 的编号 ${label} 没有登记`,
        hint: SHEET_HINT,
    }),
    "evidence.description.twice": ({ cell, label }) => ({
        message: `${cell}：编号 ${label} 出现两次`,
        hint: "请合并成一行",
    }),
    "evidence.description.row-missing": ({ label }) => ({
        message: `${label} 在表中没有对应的一行，按“只给民警”、无说明处理`,
        hint: "请运行 lerpack import，补上这一行",
    }),
    "evidence.description.row-mixed": ({ cell, label }) => ({
        message: `${cell}：${label} 这一行的文件名或 SHA-256 不是这个文件的，说明可能错了行`,
        hint: SHEET_HINT,
    }),
    "evidence.description.others-data": ({ cell }) => ({
        message: `${cell} 只能填“是”或“否”`,
        hint: "请从下拉列表中选择",
    }),
    "evidence.description.share": ({ cell }) => ({ message: `${cell} 不是“给谁看”的选项`, hint: "请从下拉列表中选择" }),
    "evidence.description.recipient-unstated": ({ cell, label }) => ({
        message: `${cell}：${label} 选了给境外收件方，但没有填明不含他人信息`,
        hint: "不含的请在“是否含他人信息”中填“否”；含有的请在“遮盖”表中写明要涂黑的位置，或改为“只给民警”",
    }),
    "evidence.description.caption-missing": ({ label }) => ({
        message: `${label} 是图片，还没有中文说明`,
        hint: "请写清图中能看到什么；外文内容写出中文意思",
    }),
    "evidence.description.source-missing": ({ label }) => ({
        message: `${label} 没有写来源`,
        hint: "例如：本人手机截屏、平台网页导出、客服邮件",
    }),

    "office.file.not-xlsx": () => ({ message: "不是 xlsx 表格", hint: "请在表格软件中另存为 .xlsx" }),
    "office.file.old-format": () => ({
        message: "是旧的 .xls 格式，或者设有密码，无法读取",
        hint: "请取消密码，另存为 .xlsx",
    }),
    "office.file.damaged": () => ({ message: "表格文件损坏，无法读取", hint: "请在表格软件中打开后另存为新的 .xlsx" }),
    "office.file.too-large": () => ({
        message: "表格解开后过大，未读取",
        hint: "请只保留需要的工作表，或分成几个文件",
    }),
    "office.text.unprintable": ({ cell }) => ({
        message: `${cell} 中有无法写入表格的字符`,
        hint: "请删去该字符后重试",
    }),
    "office.text.too-long": ({ cell, length, limit }) => ({
        message: `${cell} 有${String(length)}个字符，单元格最多${String(limit)}个`,
        hint: "请缩短，或作为单独的文件放入 evidence",
    }),
    "office.cell.date": ({ cell, stored }) => ({
        message: `${cell} 被表格软件改成了日期（存为 ${stored}），原来输入的内容已不可知`,
        hint: SAVE_AS_TEXT,
    }),
    "office.cell.number": ({ cell, stored }) => ({
        message: `${cell} 被表格软件当作数字保存（${stored}），末位可能已经改变`,
        hint: SAVE_AS_TEXT,
    }),
    "office.cell.formula": ({ cell }) => ({ message: `${cell} 是公式，不是文字`, hint: SAVE_AS_TEXT }),
    "office.cell.no-text": ({ cell, stored }) => ({ message: `${cell} 不是文字（${stored}）`, hint: SAVE_AS_TEXT }),

    "mail.to.missing": () => ({ message: "邮件没有收件地址", hint: "请填写收件方的邮箱" }),
    "mail.to.malformed": () => ({
        message: "收件地址不是完整的邮箱地址",
        hint: "只写地址本身，例如 case@recipient.example，不写姓名和尖括号",
    }),
    "mail.subject.line-break": () => ({ message: "邮件主题中有换行", hint: "请删去换行" }),
    "mail.subject.not-ascii": () => ({ message: "邮件主题只能用英文字母、数字和英文标点", hint: "请改用英文或拼音" }),
    "mail.subject.length": ({ limit }) => ({
        message: `邮件主题为空，或超过${String(limit)}个字符`,
        hint: "请写一行简短的英文主题",
    }),
    "mail.date.malformed": () => ({
        message: "邮件日期不是带时区的时间",
        hint: "例如 2026-11-21T09:00:00+08:00",
    }),
    "mail.body.unprintable": () => ({ message: "邮件正文中有控制字符", hint: "请删去该字符" }),
    "mail.attachment.name": () => ({
        message: "附件名称只能用英文字母、数字和 . _ -，最多64个字符",
        hint: "请改用简短的英文名称",
    }),
    "mail.attachment.twice": ({ name }) => ({ message: `有两个附件都叫 ${name}`, hint: "请给其中一个改名" }),
    "mail.attachment.type": () => ({ message: "附件类型不符合格式", hint: "例如 application/pdf" }),
}
