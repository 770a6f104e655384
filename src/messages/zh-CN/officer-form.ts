import type { OfficerFormIssues } from "../../base/issues/officer-form.ts"
import type { Messages } from "../message.ts"

export const officerFormIssues: Messages<OfficerFormIssues> = {
    "request.form.half-width": (p) => ({
        message: `“${p.found}”含全角字符，已按 ${p.read} 读取`,
        hint: "请看读得对不对",
    }),
    "request.form.date-cell": (p) => ({
        message: `这一格是日期格式，已读作 ${p.read}`,
        hint: "请看读得对不对；如不对，把单元格格式设为“文本”后重新输入",
    }),
    "request.form.number-cell": (p) => ({
        message: `这一格是数字格式，已读作 ${p.read}，开头的 0 可能已经丢失`,
        hint: "请看读得对不对；如不对，把单元格格式设为“文本”后重新输入",
    }),
    "request.form.word": (p) => ({ message: `写的是“${p.found}”，这里只能是：${p.known}`, hint: "请从下拉列表中选择" }),
    "request.form.columns": (p) => ({
        message: `没有找到民警信息表的表头，缺：${p.missing}`,
        hint: "请用 lerpack init --officer 生成新表，把内容抄入黄色格子；不要删改表头一行",
    }),
    "request.form.row-unknown": (p) => ({
        message: `这一行不是表中的项目，填写的“${p.found}”没有读取`,
        hint: "请把内容移到对应项目的黄色格子，再清空这一格",
    }),
    "request.form.row-twice": (p) => ({
        message: `同一项目在 ${p.first} 已经填写，内容不同`,
        hint: "请只保留一行",
    }),
    "request.form.row-mixed": (p) => ({
        message: `这一行的项目名称与内部编号对不上，按内部编号应为“${p.expected}”`,
        hint: "表格可能只排序或移动了其中一列；请恢复原来的行，或重新生成表格填写",
    }),
    "request.form.record": (p) => ({ message: "这一格的内容没有写全", hint: `写法：${p.expected}` }),
    "request.form.stray": (p) => ({
        message: `“${p.found}”写在填写栏以外，没有读取`,
        hint: "需要的内容请写入黄色格子",
    }),
    "request.form.no-group": () => ({
        message: "请求的数据项只填了“否”，没有一项填“是”",
        hint: "请在需要的数据项填“是”；全部留空则请求全部数据项",
    }),
    "request.form.notice-answered-no": () => ({
        message: "已选不需要对方暂不告知用户，但又填写了期限或理由",
        hint: "请改选“是”，或清空期限和理由",
    }),
    "request.form.csv": () => ({
        message: "这是 CSV 文件，其中的编号和日期可能已被改动，不能读取",
        hint: "请交原来的 officer.xlsx；在表格软件中另存时选 .xlsx",
    }),
    "request.form.renamed": () => ({
        message: "文件内容是 xlsx 表格，扩展名却不是 .xlsx；已按表格读取",
        hint: "建议把扩展名改回 .xlsx",
    }),
}
