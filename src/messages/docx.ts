import type { DocxIssues } from "../base/issues/docx.ts"
import type { Messages } from "./message.ts"

export const docxIssues: Messages<keyof DocxIssues> = {
    "office.docx.element": ({ element }) => ({
        "zh-CN": { message: `文字文档（.docx）里不能有 <${element}>`, hint: "请从该文档的模板中去掉这个元素" },
        en: {
            message: `a text document (.docx) cannot hold <${element}>`,
            hint: "take this element out of the document's template",
        },
    }),
    "office.docx.character": ({ codePoint, context }) => ({
        "zh-CN": {
            message: `文字文档（.docx）无法保存字符 ${codePoint}${context === "" ? "" : `（在“${context}”之后）`}`,
            hint: "请在原处删去或者改正这个字符",
        },
        en: {
            message: `a text document (.docx) cannot store the character ${codePoint}${context === "" ? "" : ` (after "${context}")`}`,
            hint: "delete or correct the character where it was typed",
        },
    }),
}
