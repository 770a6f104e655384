import type { CaseFormIssues } from "../base/issues/case-form.ts"
import { mixedRow, strayText, unknownRow } from "./form-rows.ts"
import type { Messages } from "./message.ts"

/** How many differences are told in full. */
const MOST = 40

export const caseFormIssues: Messages<keyof CaseFormIssues> = {
    "case.form.columns": (p) => ({
        "zh-CN": {
            message: `没有找到“案件信息”表的表头，缺：${p.missing}`,
            hint: "请用 lerpack init 在新文件夹中生成新表，把内容抄入黄色格子；不要删改表头一行",
        },
        en: {
            message: `the head of the sheet of questions was not found; missing: ${p.missing}`,
            hint: "make a new form in a new folder with lerpack init and copy the answers; leave its head as it is",
        },
    }),
    "case.form.stray": strayText,
    "case.form.renamed": (p) => ({
        "zh-CN": {
            message: `没有找到 ${p.expected}，这个文件是不是它？`,
            hint: `请改名为 ${p.expected}；扩展名看不见的，在文件夹的“查看”中勾选“文件扩展名”；.xls、.csv 请用 WPS 或 Excel 另存为 .xlsx`,
        },
        en: {
            message: `${p.expected} was not found; may this be it?`,
            hint: `rename it ${p.expected}; save .xls and .csv as .xlsx`,
        },
    }),
    "case.form.row-unknown": unknownRow,
    "case.form.row-mixed": mixedRow,
    "case.form.row-twice": (p) => ({
        "zh-CN": { message: `这里填的是“${p.found}”，同一项在 ${p.first} 已经填写，内容不同`, hint: "请只保留一处" },
        en: {
            message: `"${p.found}" differs from what is answered to the same question at ${p.first}`,
            hint: "keep one of the two",
        },
    }),
    "case.form.class-missing": (p) => ({
        "zh-CN": { message: "这一行没有选类别，没有读取", hint: `请选：${p.known}` },
        en: { message: "the class of this row was not chosen, so it was not read", hint: `choose one: ${p.known}` },
    }),
    "case.form.class-unknown": (p) => ({
        "zh-CN": { message: `类别写的是“${p.found}”，这里只能是：${p.known}`, hint: "请从下拉列表中选择" },
        en: { message: `"${p.found}" is none of the classes: ${p.known}`, hint: "choose from the drop-down list" },
    }),
    "case.form.not-of-class": (p) => ({
        "zh-CN": {
            message: `“${p.class}”没有这一栏，填写的“${p.found}”没有读取`,
            hint: "请移到说明栏或别的格子，或改选类别",
        },
        en: {
            message: `the class "${p.class}" has no such column; "${p.found}" was not read`,
            hint: "move it to another cell, or choose another class",
        },
    }),
    "case.form.example": (p) => ({
        "zh-CN": {
            message: `“${p.found}”写在说明或者例子的灰色一行，没有读取`,
            hint: "请移到下面的黄色格子，再清空这一格",
        },
        en: {
            message: `"${p.found}" stands in the grey row of notes or examples and was not read`,
            hint: "move it to a yellow cell below and clear this one",
        },
    }),
    "case.form.orphan": (p) => ({
        "zh-CN": { message: `不知道这一行是哪一方的说法：“${p.found}”`, hint: "请填写“哪一方”" },
        en: { message: `whose statement this is is not said: "${p.found}"`, hint: "fill in the party" },
    }),
    "case.form.two-files": (p) => {
        const shown = p.differences.slice(0, MOST)
        const more = p.differences.length - shown.length
        const lines = (none: string, colon: string, quote: (text: string) => string): string =>
            shown
                .map(({ first, firstText, second, secondText }) => {
                    const say = (text: string): string => (text === "" ? none : quote(text))
                    return `\n  - ${first}${colon}${say(firstText)}\n    ${second}${colon}${say(secondText)}`
                })
                .join("")
        const count = String(p.differences.length)
        return {
            "zh-CN": {
                message: `${p.first} 和 ${p.second} 都填了，有 ${count} 处不一样：${lines("（没有填）", "：", (text) => `“${text}”`).replace(/\.yaml:(\d+)：/g, ".yaml 第 $1 行：")}${more > 0 ? `\n  另有 ${String(more)} 处，加 --json 可全部列出` : ""}`,
                hint: "只留一个文件，把另一个移到案件文件夹外面；或者把它们改成一样",
            },
            en: {
                message: `${p.first} and ${p.second} are both filled in and differ in ${count} places:${lines("(nothing)", ": ", (text) => `"${text}"`)}${more > 0 ? `\n  ${String(more)} more, --json lists them all` : ""}`,
                hint: "keep one of the files and move the other out of the case folder, or make them say the same",
            },
        }
    },
    "case.form.lost": (p) => ({
        "zh-CN": {
            message: `“${p.found}”在新文件中没有位置，或者不能原样写入`,
            hint: "请先改正或者移走这一项，再转换",
        },
        en: {
            message: `"${p.found}" has no place in the new file, or cannot be written there as it is`,
            hint: "correct it or take it out, then convert again",
        },
    }),
    "case.form.nothing": () => ({
        "zh-CN": { message: "这个文件里没有填写的内容，没有可转换的", hint: "请先填写" },
        en: { message: "nothing is filled in here, so there is nothing to convert", hint: "fill it in first" },
    }),
}
