import type { OfficerFormIssues } from "../base/issues/officer-form.ts"
import { mixedRow, strayText, unknownRow } from "./form-rows.ts"
import type { Messages } from "./message.ts"

export const officerFormIssues: Messages<keyof OfficerFormIssues> = {
    "request.form.half-width": (p) => ({
        "zh-CN": { message: `“${p.found}”含全角字符，已按 ${p.read} 读取`, hint: "请看读得对不对" },
        en: {
            message: `"${p.found}" holds full-width characters and was read as ${p.read}`,
            hint: "check that it was read rightly",
        },
    }),
    "request.form.date-cell": (p) => ({
        "zh-CN": {
            message: `这一格是日期格式，已读作 ${p.read}`,
            hint: "请看读得对不对；如不对，把单元格格式设为“文本”后重新输入",
        },
        en: {
            message: `the cell holds a date and was read as ${p.read}`,
            hint: "check it; if it is wrong, format the cell as text and type it again",
        },
    }),
    "request.form.number-cell": (p) => ({
        "zh-CN": {
            message: `这一格是数字格式，已读作 ${p.read}，开头的 0 可能已经丢失`,
            hint: "请看读得对不对；如不对，把单元格格式设为“文本”后重新输入",
        },
        en: {
            message: `the cell holds a number and was read as ${p.read}; leading zeros may be gone`,
            hint: "check it; if it is wrong, format the cell as text and type it again",
        },
    }),
    "request.form.word": (p) => ({
        "zh-CN": { message: `写的是“${p.found}”，这里只能是：${p.known}`, hint: "请从下拉列表中选择" },
        en: { message: `"${p.found}" is none of the choices: ${p.known}`, hint: "choose from the drop-down list" },
    }),
    "request.form.columns": (p) => ({
        "zh-CN": {
            message: `没有找到民警信息表的表头，缺：${p.missing}`,
            hint: "请用 lerpack init --officer 生成新表，把内容抄入黄色格子；不要删改表头一行",
        },
        en: {
            message: `the head of the officer's form was not found; missing: ${p.missing}`,
            hint: "make a new form with lerpack init --officer and copy the answers; leave its head as it is",
        },
    }),
    "request.form.row-unknown": unknownRow,
    "request.form.row-twice": (p) => ({
        "zh-CN": { message: `同一项目在 ${p.first} 已经填写，内容不同`, hint: "请只保留一行" },
        en: { message: `the same question is answered differently at ${p.first}`, hint: "keep one of the two rows" },
    }),
    "request.form.row-mixed": mixedRow,
    "request.form.record": (p) => ({
        "zh-CN": { message: "这一格的内容没有写全", hint: `写法：${p.expected}` },
        en: { message: "a part is missing in this cell", hint: `write it as the sheet says: ${p.expected}` },
    }),
    "request.form.stray": strayText,
    "request.form.no-group": () => ({
        "zh-CN": {
            message: "请求的数据项只填了“否”，没有一项填“是”",
            hint: "请在需要的数据项填“是”；全部留空则按案件请求",
        },
        en: {
            message: "the data groups are answered with no only, none with yes",
            hint: "answer yes where data are wanted; all blank asks for what fits the case",
        },
    }),
    "request.form.notice-answered-no": () => ({
        "zh-CN": { message: "已选不需要对方暂不告知用户，但又填写了期限或理由", hint: "请改选“是”，或清空期限和理由" },
        en: {
            message: "the answer is that notice need not be withheld, yet a date or reason is given",
            hint: "answer yes, or clear date and reasons",
        },
    }),
    "request.form.csv": () => ({
        "zh-CN": {
            message: "这是 CSV 文件，其中的编号和日期可能已被改动，不能读取",
            hint: "请交原来的 officer.xlsx；在表格软件中另存时选 .xlsx",
        },
        en: {
            message: "a CSV file, in which numbers and dates may have been changed; it cannot be read",
            hint: "give the officer.xlsx itself; save as .xlsx",
        },
    }),
    "request.form.renamed": () => ({
        "zh-CN": { message: "文件内容是 xlsx 表格，扩展名却不是 .xlsx；已按表格读取", hint: "建议把扩展名改回 .xlsx" },
        en: {
            message: "the file is an xlsx workbook under another extension; it was read as one",
            hint: "give it the extension .xlsx again",
        },
    }),
}
