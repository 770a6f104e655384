import type { Lang } from "../base/lang.ts"
import type { Message } from "./message.ts"

/** What is said alike of rows of 案件信息.xlsx and of officer.xlsx. */

type Texts = Readonly<Record<Lang, Message>>

export const strayText = (p: { readonly found: string }): Texts => ({
    "zh-CN": { message: `“${p.found}”写在填写栏以外，没有读取`, hint: "需要的内容请写入黄色格子" },
    en: {
        message: `"${p.found}" stands outside the cells to be filled in and was not read`,
        hint: "put what is needed into a yellow cell",
    },
})

export const unknownRow = (p: { readonly found: string }): Texts => ({
    "zh-CN": {
        message: `这一行不是表中的项目，填写的“${p.found}”没有读取`,
        hint: "请把内容移到对应项目的黄色格子，再清空这一格",
    },
    en: {
        message: `the row is none of the form's; "${p.found}" was not read`,
        hint: "move it to the yellow cell it belongs to and clear this one",
    },
})

export const mixedRow = (p: { readonly expected: string }): Texts => ({
    "zh-CN": {
        message: `这一行的项目名称与内部编号对不上，按内部编号应为“${p.expected}”`,
        hint: "表格可能只排序或移动了其中一列；请恢复原来的行，或重新生成表格填写",
    },
    en: {
        message: `label and inner number of the row disagree; by its number it is "${p.expected}"`,
        hint: "a column may have been sorted or moved by itself; restore the rows or fill in a new form",
    },
})
