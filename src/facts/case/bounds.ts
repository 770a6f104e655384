import { type Issue, issue } from "../../base/issue.ts"

/** How much a form may hold: what is more was not typed by a person, and every answer is looked at in many ways. */

export const MOST_ANSWERS = 20_000
export const LONGEST_ANSWER = 100_000

/** `input.file.too-many` or `input.text.too-long`, with nothing else to be said of such a file. */
export function boundIssues(file: string, value: unknown): Issue[] {
    let count = 0
    let longest = 0
    const visit = (inner: unknown): void => {
        if (typeof inner === "object" && inner !== null) for (const member of Object.values(inner)) visit(member)
        else if (inner !== undefined) {
            count++
            if (typeof inner === "string") longest = Math.max(longest, inner.length)
        }
    }
    visit(value)
    if (count > MOST_ANSWERS) return [issue("input.file.too-many", [file], { count, most: MOST_ANSWERS })]
    return longest > LONGEST_ANSWER
        ? [issue("input.text.too-long", [file], { length: longest, most: LONGEST_ANSWER })]
        : []
}
