import { signal } from "@preact/signals"
import { said } from "../../../facts/case/form/said.ts"
import { type FoundDesk, proposeDeskId } from "../../../facts/recipients/new-profile.ts"
import type { OutFile } from "../../blob.ts"
import type { FolderFile } from "../../given.ts"
import { TextField } from "../parts/fields.tsx"
import { ErrorSummary } from "../parts/findings.tsx"
import { Outputs } from "../parts/outputs.tsx"
import { lang, moment, type Outcome, say, work } from "../state.ts"
import * as words from "./new-desk-words.ts"

/** A profile from the few things that an officer who found a desk's channel knows; it is used at once, and to be kept. */

const typed = {
    "name-zh": signal(""),
    "name-en": signal(""),
    page: signal(""),
    email: signal(""),
    portal: signal(""),
    id: signal(""),
} satisfies Record<keyof FoundDesk, unknown>
const outcome = signal<Outcome<OutFile> | undefined>(undefined)

async function make(onMade: (file: FolderFile) => Promise<void>): Promise<void> {
    const en = typed["name-en"].value
    const id = typed.id.value.trim() || proposeDeskId(en)
    const found: FoundDesk = {
        id,
        "name-zh": typed["name-zh"].value.trim() || en,
        ...{ "name-en": en, page: typed.page.value, email: typed.email.value, portal: typed.portal.value },
    }
    const made = await work("newProfile", found, moment())
    outcome.value = made
    if (made.kind === "done") await onMade({ path: made.value.path, blob: made.value.blob, modified: 0 })
}

export function NewDesk({ onMade }: { onMade: (file: FolderFile) => Promise<void> }) {
    const made = outcome.value
    const issues = made?.kind === "refused" ? made.issues : []
    const faultOf = (field: string): string =>
        issues.flatMap((one) => (one.path[0] === field ? [said(one, lang.value).message] : [])).join("；")
    return (
        <details open={made !== undefined}>
            <summary>{say(words.NEW_DESK)}</summary>
            <p>{say(words.NEW_DESK_TEXT)}</p>
            {issues.length === 0 ? null : <ErrorSummary issues={issues} />}
            {words.FIELDS.map(([field, label, hint]) => (
                <TextField
                    key={field}
                    id={`new-${field}`}
                    label={say(label)}
                    hint={say(hint)}
                    fault={faultOf(field)}
                    value={typed[field]}
                    wide
                />
            ))}
            <button type="button" class="btn" onClick={() => make(onMade)}>
                {say(words.MAKE_DESK)}
            </button>
            {made?.kind === "done" ? (
                <div role="status">
                    <p>{say(words.DESK_MADE)}</p>
                    <Outputs files={[made.value]} zipName="recipients.zip" />
                </div>
            ) : null}
        </details>
    )
}
