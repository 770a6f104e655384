import type { DocxIssues } from "../../base/issues/docx.ts"
import type { Messages } from "../message.ts"

export const docxIssues: Messages<DocxIssues> = {
    "office.docx.element": ({ element }) => ({
        message: `文字文档（.docx）里不能有 <${element}>`,
        hint: "请从该文档的模板中去掉这个元素",
    }),
    "office.docx.character": ({ codePoint, context }) => ({
        message: `文字文档（.docx）无法保存字符 ${codePoint}${context === "" ? "" : `（在“${context}”之后）`}`,
        hint: "请在原处删去或者改正这个字符",
    }),
}
