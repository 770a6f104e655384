import type { DocumentIssues } from "../../base/issues/document.ts"
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
        message: `no font has "${p.character}" (${p.codePoint}), which stands in "${p.context}"`,
        hint: "write it another way, or add a font that has it",
    }),
    "layout.image.missing": (p) => ({
        message: `the document shows the image "${p.image}", which was not supplied`,
        hint: "supply the image or take it out of the document",
    }),
    "layout.style.unknown": (p) => ({
        message: `there is no style "${p.style}" (for ${p.element})`,
        hint: "see templates/README.md for the style names",
    }),
}

/** Where in a template: name, line, column. */
function place(p: { template: string; line: number; column: number }): string {
    return `${p.template}, line ${String(p.line)}, column ${String(p.column)}`
}
