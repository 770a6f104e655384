import { type Issue, issue } from "../../base/issue.ts"
import type { Lacking } from "../../facts/case/unprintable.ts"
import { DESCRIPTION_FILE, type Description, describedTexts } from "../../facts/evidence/descriptions.ts"
import type { LockEntry } from "../../facts/evidence/lock.ts"

/** Warnings of names of registered files that have characters no font has. Names stay as they are. */
export function nameIssues(entries: readonly LockEntry[], lacking: Lacking): Issue[] {
    return entries.flatMap(({ folder, originalName }) => {
        const characters = lacking(originalName)
        const path = [`${folder}/${originalName}`]
        return characters.length === 0
            ? []
            : [issue("evidence.name.unprintable", path, { file: originalName, characters }, "warning")]
    })
}

/** Warnings of what was written of the files. */
export function descriptionIssues(descriptions: readonly Description[], lacking: Lacking): Issue[] {
    return descriptions.flatMap((description) =>
        describedTexts(description).flatMap(({ column, text }) => {
            const characters = lacking(text)
            const params = { label: description.label, column, characters }
            return characters.length === 0
                ? []
                : [issue("evidence.description.unprintable", [DESCRIPTION_FILE], params, "warning")]
        }),
    )
}
