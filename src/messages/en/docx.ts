import type { DocxIssues } from "../../base/issues/docx.ts"
import type { Messages } from "../message.ts"

export const docxIssues: Messages<DocxIssues> = {
    "office.docx.element": ({ element }) => ({
        message: `a text document (.docx) can not hold <${element}>`,
        hint: "take this element out of the document's template",
    }),
    "office.docx.character": ({ codePoint, context }) => ({
        message: `a text document (.docx) can not store the character ${codePoint}${context === "" ? "" : ` (after "${context}")`}`,
        hint: "delete or correct the character where it was typed",
    }),
}
