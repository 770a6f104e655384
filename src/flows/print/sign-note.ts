import { codePoint, unifiedIdeograph } from "../../base/text/hygiene.ts"
import { signNotes } from "../../editions/shared/signs.words.ts"
import type { DocumentModel } from "../../typeset/document/blocks.ts"
import { collectText } from "../../typeset/document/collect-text.ts"
import type { FaceStyle, FontSet } from "../../typeset/font/face.ts"

/** All styles have the same characters; one is asked. */
export const PLAIN_STYLE: FaceStyle = { family: "serif", weight: 400 }

/**
 * The document with a note where characters are shown by their codes, or where an ideograph is drawn that was typed
 * under another code; otherwise the document itself. The note stands before the first chapter, or on the first page.
 */
export function withSignNote(model: DocumentModel, fonts: FontSet): DocumentModel {
    const text = collectText(model)
    const characters = [...new Set(text)]
    const words = signNotes[model.lang]
    const unified = characters.flatMap((character) => {
        const drawn = unifiedIdeograph(character)
        return drawn === undefined ? [] : [words.unified(drawn, codePoint(character))]
    })
    const notes = [
        ...(text.includes("⟦U+") || lacks(text, characters, fonts) ? [words.codes] : []),
        ...(unified.length > 0 ? [words.list(unified)] : []),
    ]
    if (notes.length === 0) return model
    const paragraphs = notes.map((own) => {
        return { kind: "paragraph", inlines: [{ kind: "text", text: own }], style: "note" } as const
    })
    const { blocks } = model
    const end = blocks.findIndex(({ kind }) => kind === "page-break")
    const chapter = blocks.findIndex((block) => block.kind === "heading" && block.level === 2)
    const at = [chapter, end, blocks.length].find((index) => index >= 0)
    return { ...model, blocks: [...blocks.slice(0, at), ...paragraphs, ...blocks.slice(at)] }
}

/** Whether a text has characters that no font has. Most have none, which their distinct characters tell quickly. */
function lacks(text: string, characters: readonly string[], fonts: FontSet): boolean {
    const areMissing = (part: string) => fonts.missing(part, PLAIN_STYLE).length > 0
    return areMissing(characters.filter((c) => c !== "\n").join(" ")) && text.split("\n").some(areMissing)
}
