import type { Issue } from "../../base/issue.ts"
import { own } from "../../base/own.ts"
import { printDate } from "../../base/text/time.ts"
import { LABELS_EN } from "../../facts/officer/officer-form-english.data.ts"
import { messageOf } from "../../messages/index.ts"
import type { CellLanguage } from "./checklist-cells.ts"
import * as words from "./checklist-english.words.ts"

function sentence(found: Issue): string {
    const { message, hint = "" } = messageOf(found, "en")
    return [message, hint].filter((part) => part !== "").join("; ")
}

/** The cells of the checklist in English, for a screen; what an officer has typed stays as it was typed. */
export const ENGLISH: CellLanguage = {
    words,
    sentence,
    labels: (fields) => fields.map((field) => own(LABELS_EN, field) ?? field).join(", "),
    date: printDate,
    way: (way) => own(words.WAYS, way ?? "") ?? "",
    instrument: ({ nameEn }) => nameEn,
    signs: { list: ", ", comma: ", ", semicolon: "; ", colon: ": " },
}
