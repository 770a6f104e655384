import { type Issue, issue, PacketError } from "../../base/issue.ts"
import { codePoint, visible } from "../../base/text/hygiene.ts"
import type { DocumentModel } from "../document/blocks.ts"
import { walkBlocks } from "../document/walk-blocks.ts"
import { writeBody } from "./docx-blocks.ts"
import {
    dashedFooter,
    type FooterKind,
    fontTablePart,
    footerPart,
    headerPart,
    numberingPart,
    root,
    sectionProperties,
    settingsPart,
    stylesPart,
} from "./docx-parts.ts"
import type { Writer } from "./docx-place.ts"
import { DOCX_SHEETS, type DocxSheet } from "./docx-styles.data.ts"
import { type OpcPart, packOpc, relationId } from "./opc.ts"
import { element } from "./wordprocessing.ts"
import { isXmlText } from "./xml.ts"

/**
 * Text documents that a person goes on writing in (ECMA-376 WordprocessingML): the same blocks that become a PDF, with
 * real headings, lists and tables, ids as plain text. The same blocks give the same bytes: no clock, no chance, and no
 * name of a program or a user is in the file.
 */

/** What stands in a text document besides its blocks. */
export interface DocxSetting {
    /** Time of the act, RFC 3339 in UTC; the only date in the file. */
    readonly at: string
    /** Stands left of the page number. */
    readonly ref: string
    /** Line above every page. */
    readonly head?: string
}

/**
 * Writes a document. Invisible and control characters are shown as `⟦U+202E⟧`.
 *
 * @throws PacketError with all of `office.docx.element` (figures, tables of contents), `office.docx.character` and
 * `layout.style.unknown`.
 */
export function writeDocx(model: DocumentModel, setting: DocxSetting): Uint8Array {
    const issues: Issue[] = checkStyles(model)
    const sheet = DOCX_SHEETS[model.style]
    if (sheet === undefined || issues.length > 0) throw new PacketError(issues)
    const refuse = (text: string) => void issues.push(characterIssue(model.title, text))
    const title = visible(model.title)
    for (const text of [title, setting.head ?? "", setting.ref]) if (!isXmlText(text)) refuse(text)
    const lists: Writer["lists"] = []
    const body = writeBody(
        {
            sheet,
            lang: model.lang,
            lists,
            breakBefore: false,
            refuse,
            lack: (name) => void issues.push(issue("office.docx.element", [model.title], { element: name })),
        },
        model,
    )
    if (issues.length > 0) throw new PacketError(issues)
    const { parts, references } = sideParts(sheet, model, setting, lists)
    const main: OpcPart = {
        name: "word/document.xml",
        type: `${TYPE}.document.main`,
        text: root("document", element("body", {}, body, sectionProperties(sheet, references))),
    }
    return packOpc(main, parts, { title, lang: model.lang, createdAt: setting.at })
}

const TYPE = "officedocument.wordprocessingml"

/** Everything beside the text, and the relations by which the page names header and footers. */
function sideParts(sheet: DocxSheet, { lang }: DocumentModel, { head, ref }: DocxSetting, lists: Writer["lists"]) {
    const part = (name: string, kind: string, text: string): OpcPart => ({
        name: `word/${name}.xml`,
        type: `${TYPE}.${kind}`,
        text,
    })
    const parts = [
        part("styles", "styles", stylesPart(sheet, lang)),
        part("settings", "settings", settingsPart(sheet, lang)),
        part("fontTable", "fontTable", fontTablePart()),
        part("numbering", "numbering", numberingPart(lists)),
    ]
    const kinds: readonly FooterKind[] = sheet.pageNumber === "dashes" ? ["default", "even", "first"] : ["default"]
    const footers = new Map<FooterKind, string>()
    for (const [n, kind] of kinds.entries()) {
        const text = sheet.pageNumber === "dashes" ? dashedFooter(kind, lang) : footerPart(lang, ref)
        parts.push(part(`footer${String(n + 1)}`, "footer", text))
        footers.set(kind, relationId(parts.length - 1))
    }
    let header: string | undefined
    if (head !== undefined) {
        parts.push(part("header1", "header", headerPart(head, lang)))
        header = relationId(parts.length - 1)
    }
    return { parts, references: { header, footers } }
}

function characterIssue(title: string, text: string): Issue {
    const found = [...text].find((character) => !isXmlText(character)) ?? ""
    const at = text.indexOf(found)
    const context = text.slice(Math.max(0, at - 12), at).replace(/[\uD800-\uDFFF\uFFFE\uFFFF]/g, "")
    return issue("office.docx.character", [title], { codePoint: codePoint(found), context })
}

/** Every class that a template names must be known, so that none is dropped unseen. */
function checkStyles(model: DocumentModel): Issue[] {
    const sheets = Object.values(DOCX_SHEETS)
    const isParagraph = (name: string) => sheets.some(({ paragraphs }) => Object.hasOwn(paragraphs, name))
    const uses = [{ element: "article", style: model.style, known: Object.hasOwn(DOCX_SHEETS, model.style) }]
    for (const block of walkBlocks(model.blocks)) {
        if (block.kind === "paragraph")
            for (const style of (block.style ?? "").split(" ").filter((name) => name !== ""))
                uses.push({ element: "p", style, known: isParagraph(style) })
        else if (block.kind === "section" && block.style !== undefined)
            uses.push({
                element: "section",
                style: block.style,
                known: Object.hasOwn(DOCX_SHEETS, block.style) || isParagraph(block.style),
            })
    }
    return uses
        .filter(({ known }) => !known)
        .map(({ element, style }) => issue("layout.style.unknown", [model.title], { element, style }))
}
