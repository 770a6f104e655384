import type { Issue } from "../../base/issue.ts"
import type { Question } from "./officer-form-questions.ts"
import { fieldName } from "./officer-form-tidy.ts"

/** A question where it stands: `officer.xlsx 民警信息表!C12 部门（中文）`. */
export interface Place {
    readonly where: string
    /** With its sheet: `民警信息表!C12`. */
    readonly cell: string
    readonly question: Question
}

/** Places by the name of the field, `agency.nameZh` or `exhibits[0]`; lists without index too. */
export type Places = ReadonlyMap<string, Place>

/**
 * Says of a finding about officer data which cell it is about, in the words of the sheet; the keys follow the cell as they
 * follow the line of a text file. A finding about no field, or about one that the sheet has no row for, stays as it is.
 */
export function locateInForm(found: Issue, file: string, places: Places): Issue {
    const [head, ...keys] = found.path
    if (head !== file || keys.length === 0) return found
    const place = placeOf(fieldName(keys), places)
    if (place === undefined) return found
    return { ...found, path: [place.where, ...keys], params: inWords(found.params, place.question, places) } as Issue
}

/** The nearest row: of the field, of what it is part of, or the first of its parts. */
function placeOf(name: string, places: Places): Place | undefined {
    for (let at = name; at !== ""; at = at.replace(/(?:^|\.)[^.[]*$|\[\d+\]$/, "")) {
        const place = places.get(at)
        if (place !== undefined) return place
    }
    return [...places].find(([field]) => field.startsWith(`${name}.`))?.[1]
}

/** Values of the schema as the words of the drop-down, names of fields as cells. */
function inWords(params: Issue["params"], { row }: Question, places: Places): Readonly<Record<string, unknown>> {
    const words = Object.entries(row.words ?? {})
    const wordOf = (value: string): string => words.find(([, meant]) => meant === value)?.[0] ?? value
    return Object.fromEntries(
        Object.entries(params).map(([name, value]: [string, unknown]) => {
            if (typeof value !== "string") return [name, value]
            if (name === "fields")
                return [
                    name,
                    value
                        .split("、")
                        .map((field) => shown(field, places))
                        .join("、"),
                ]
            if (words.length === 0) return [name, value]
            const split = value.includes(" | ") ? " | " : "、"
            return [name, value.split(split).map(wordOf).join("、")]
        }),
    )
}

function shown(field: string, places: Places): string {
    const place = places.get(field)
    return place === undefined ? field : `${place.cell} ${place.question.label}`
}
