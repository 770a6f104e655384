/** A place in a template; line and column count from 1. */
interface AtPlace {
    template: string
    line: number
    column: number
}

/** What a picture uses that a PDF cannot carry. */
export type PictureFeature = "arithmetic-coding" | "lossless" | "precision" | "too-large"

/** What a font's own flags forbid. */
export type FontRule = "no-embedding" | "no-subsetting" | "bitmaps-only"

export type DocumentIssues = {
    "document.field.missing": AtPlace & { field: string }
    "document.field.not-list": AtPlace & { field: string }
    "document.field.not-text": AtPlace & { field: string; found: string }
    "document.template.attribute-missing": AtPlace & { attribute: string; element: string }
    "document.template.attribute-unknown": AtPlace & { attribute: string; element: string }
    "document.template.attribute-value": AtPlace & { attribute: string; element: string; value: string }
    "document.template.block-in-tag": AtPlace
    "document.template.block-uneven": AtPlace
    "document.template.deep": AtPlace & { most: number }
    "document.template.element-unclosed": AtPlace & { element: string }
    "document.template.element-unknown": AtPlace & { element: string }
    "document.template.end-stray": AtPlace & { element: string }
    "document.template.helper-misused": AtPlace & { helper: string; detail: string }
    "document.template.helper-unknown": AtPlace & { helper: string }
    "document.template.markup-raw": AtPlace & { text: string }
    "document.template.nesting-bad": AtPlace & { element: string; parent: string }
    "document.template.override-unknown": { file: string; proposed: string }
    "document.template.partial-endless": AtPlace & { partial: string }
    "document.template.partial-unknown": AtPlace & { partial: string }
    "document.template.root": AtPlace
    "document.template.syntax": AtPlace & { detail: string }
    "document.template.text-misplaced": AtPlace & { text: string; parent: string }
    "document.template.unescaped": AtPlace
    "layout.character.missing": { character: string; codePoint: string; context: string }
    "layout.image.missing": { image: string }
    "layout.style.unknown": { element: string; style: string }
    /** `character`: for which the face was asked; empty where it is not known. */
    "font.file.absent": { file: string; character: string }
    "font.file.unreadable": { file: string }
    "font.glyph.missing": { characters: readonly string[] }
    "font.user.restricted": { file: string; rule: FontRule }
    "font.user.unreadable": { file: string }
    "pdf.foreign.damaged": { image: string }
    "pdf.foreign.encrypted": { image: string }
    /** Programs show it in different ways. */
    "pdf.foreign.differs": { image: string; what: "objects" | "pages" | "annotations" }
    /** Parts of its pages are not shown by viewers. */
    "pdf.foreign.layers": { image: string }
    /** A page is turned by an angle that PDF does not know. */
    "pdf.foreign.rotation": { image: string; degrees: number }
    "pdf.foreign.page-absent": { image: string; page: number; pages: number }
    "pdf.image.damaged": { image: string }
    "pdf.image.unsupported": { image: string; feature: PictureFeature }
}

declare module "../issue.ts" {
    interface IssueParams extends DocumentIssues {}
}
