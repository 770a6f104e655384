import type { Question, Section } from "../../../facts/case/form/form.ts"
import type { When } from "../../../facts/case/form/question.ts"
import { textAt, textsAt } from "./answers.ts"

/** What is asked of which case: a question stands there when its condition holds, or when it was answered before. */

function holds(when: When, answers: unknown): boolean {
    const kinds = textsAt(answers, ["incident", "kind"])
    const cause = textAt(answers, ["incident", "cause"])
    if (kinds.length === 0 && cause === "") return true
    return (
        (when.kinds ?? []).some((kind) => kinds.includes(kind)) ||
        (when.causes ?? []).some((one) => one === cause) ||
        (when.causes !== undefined && (cause === "" || cause === "unknown"))
    )
}

export function isAsked({ when }: Pick<Question | Section, "when">, answers: unknown): boolean {
    return when === undefined || holds(when, answers)
}

/** The twelve questions have numbers, and what the packet itself is called stands before them. */
export function isRequiredSection(section: Section): boolean {
    return !section.title["zh-CN"].startsWith("选填")
}
