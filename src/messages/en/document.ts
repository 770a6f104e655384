import type { DocumentIssues, FontRule, PictureFeature } from "../../base/issues/document.ts"
import type { Messages } from "../message.ts"

export const documentIssues: Messages<DocumentIssues> = {
    "document.field.missing": (p) => ({
        message: `template ${place(p)} needs the field "${p.field}", which the data lack`,
        hint: "supply the field, or ask for it with {{#if}} first",
    }),
    "document.field.not-list": (p) => ({
        message: `template ${place(p)} repeats over "${p.field}", which is not a list`,
        hint: "make it a list in the data",
    }),
    "document.field.not-text": (p) => ({
        message: `template ${place(p)} prints "${p.field}", which is neither text nor a number but ${p.found}`,
        hint: "print a member of it, or make it text in the data",
    }),
    "document.template.attribute-missing": (p) => ({
        message: `template ${place(p)}: <${p.element}> lacks the attribute ${p.attribute}`,
        hint: "add the attribute",
    }),
    "document.template.attribute-unknown": (p) => ({
        message: `template ${place(p)}: <${p.element}> may not have the attribute ${p.attribute}`,
        hint: "see templates/README.md for what may be used",
    }),
    "document.template.attribute-value": (p) => ({
        message: `template ${place(p)}: <${p.element}> may not have ${p.attribute}="${p.value}"`,
        hint: "see templates/README.md for its values",
    }),
    "document.template.block-in-tag": (p) => ({
        message: `template ${place(p)}: a block statement stands inside a tag`,
        hint: 'use {{choose condition "yes" "no"}} as the value of the attribute',
    }),
    "document.template.block-uneven": (p) => ({
        message: `template ${place(p)}: a branch of this block opens or closes elements of the outside`,
        hint: "open and close each element within one branch",
    }),
    "document.template.element-unclosed": (p) => ({
        message: `template ${place(p)}: <${p.element}> is not closed`,
        hint: `write </${p.element}>`,
    }),
    "document.template.element-unknown": (p) => ({
        message: `template ${place(p)}: the element <${p.element}> may not be used`,
        hint: "see templates/README.md for the elements",
    }),
    "document.template.end-stray": (p) => ({
        message: `template ${place(p)}: </${p.element}> closes nothing`,
        hint: "remove it or add its start tag",
    }),
    "document.template.helper-misused": (p) => ({
        message: `template ${place(p)}: the helper "${p.helper}" is misused: ${p.detail}`,
        hint: "see templates/README.md for its use",
    }),
    "document.template.helper-unknown": (p) => ({
        message: `template ${place(p)}: there is no helper "${p.helper}", or not in this form`,
        hint: "see templates/README.md for the helpers",
    }),
    "document.template.markup-raw": (p) => ({
        message: `template ${place(p)}: "${p.text}" is neither a tag nor escaped`,
        hint: "write &lt; for <",
    }),
    "document.template.nesting-bad": (p) => ({
        message: `template ${place(p)}: <${p.element}> may not stand directly in <${p.parent}>`,
        hint: "move it; templates/README.md says where it may stand",
    }),
    "document.template.override-unknown": (p) => ({
        message: `${p.file} replaces no template and would have no effect`,
        hint: `use the folder and file name of the template, for example ${p.proposed}`,
    }),
    "document.template.partial-endless": (p) => ({
        message: `template ${place(p)}: the partial "${p.partial}" includes itself without end`,
        hint: "break the circle",
    }),
    "document.template.partial-unknown": (p) => ({
        message: `template ${place(p)}: there is no partial "${p.partial}"`,
        hint: "check the partial's name",
    }),
    "document.template.root": (p) => ({
        message: `template ${place(p)}: the root must be one <article class="…" lang="…"> that begins with <title>`,
        hint: "follow the example in templates/README.md",
    }),
    "document.template.syntax": (p) => ({
        message: `template ${place(p)} cannot be parsed: ${p.detail}`,
        hint: "check that the {{ }} there are paired",
    }),
    "document.template.text-misplaced": (p) => ({
        message: `template ${place(p)}: the text "${p.text}" may not stand directly in <${p.parent}>`,
        hint: "put it into a <p>",
    }),
    "document.template.unescaped": (p) => ({
        message: `template ${place(p)}: {{{ }}} and {{& }} may not be used; data are always escaped`,
        hint: "use {{ }}",
    }),
    "layout.character.missing": (p) => ({
        message: `"${p.character}" (${p.codePoint}) cannot be set: no font has it, or its script needs shaping; it stands in "${p.context}"`,
        hint: "write it another way, or describe it in words",
    }),
    "layout.image.missing": (p) => ({
        message: `the document shows the image "${p.image}", which was not supplied`,
        hint: "supply the image or take it out of the document",
    }),
    "layout.style.unknown": (p) => ({
        message: `there is no style "${p.style}" (for ${p.element})`,
        hint: "see templates/README.md for the style names",
    }),
    "font.file.unreadable": (p) => ({
        message: `the font file fonts/${p.file} is missing or damaged`,
        hint: "install this program again",
    }),
    "font.glyph.missing": (p) => ({
        message: `none of the fonts supplied has these characters: ${p.characters.map(named).join(", ")}`,
        hint: "write them another way, or describe them in words",
    }),
    "font.user.restricted": (p) => ({
        message: `the font file ${p.file} carries a licence flag that ${FORBIDDEN[p.rule]}`,
        hint: "choose a font file that may be embedded",
    }),
    "font.user.unreadable": (p) => ({
        message: `the font file ${p.file} cannot be used: no TrueType, OpenType, WOFF or WOFF2 font with outlines, or damaged`,
        hint: "choose another font file",
    }),
    "pdf.foreign.damaged": (p) => ({
        message: `"${p.image}" cannot be read as a PDF; the file may be damaged`,
        hint: "open it in a viewer; if that works, save or print it as a new PDF and try again",
    }),
    "pdf.foreign.encrypted": (p) => ({
        message: `"${p.image}" is an encrypted PDF; its pages cannot be placed`,
        hint: "supply a PDF without encryption, or scans of the pages; the encrypted original can stay as evidence",
    }),
    "pdf.foreign.page-absent": (p) => ({
        message: `"${p.image}" has ${String(p.pages)} pages and no page ${String(p.page)}`,
    }),
    "pdf.image.damaged": (p) => ({
        message: `the data of the picture "${p.image}" are incomplete or damaged`,
        hint: "obtain the picture again; the file as received can stay as evidence",
    }),
    "pdf.image.unsupported": (p) => ({
        message: `the picture "${p.image}" uses ${FEATURES[p.feature]}, which a PDF cannot carry`,
        hint: "save it as ordinary JPEG or PNG for the document; the file as received can stay as evidence",
    }),
}

/** Where in a template: name, line, column. */
function place(p: { template: string; line: number; column: number }): string {
    return `${p.template}, line ${String(p.line)}, column ${String(p.column)}`
}

const FEATURES: Readonly<Record<PictureFeature, string>> = {
    "arithmetic-coding": "arithmetic coding",
    lossless: "lossless JPEG",
    precision: "more than 8 bits for each colour of a JPEG",
    "too-large": "too many pixels",
}

/** A character with its code point, for those that look like nothing. */
function named(character: string): string {
    const codePoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")
    return /[\p{C}\p{Z}\p{M}]/u.test(character) ? `U+${codePoint}` : `${character} (U+${codePoint})`
}

const FORBIDDEN: Readonly<Record<FontRule, string>> = {
    "no-embedding": "forbids to embed it in a document",
    "no-subsetting": "forbids to embed a part of it, and only the characters in use are embedded",
    "bitmaps-only": "permits to embed bitmaps only, not outlines",
}
