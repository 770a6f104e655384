import type { Case } from "../../facts/case/schema.ts"
import type { FilingQuestions } from "../../facts/legal/filing-questions.ts"
import { concerns, type Laws, provision } from "../../facts/legal/laws.ts"
import { cite, sourceGroups } from "../shared/citations.ts"
import { kindOfText } from "../shared/citations.words.ts"
import { matterZh } from "../shared/matter.ts"
import { saidOf } from "../shared/source-said.ts"
import { amountOf, lawSaid, NO_TEXT } from "./filing-questions.words.ts"

interface Point {
    readonly cited: string
    readonly kind: string
    readonly text: string
    readonly said: string
}

/**
 * 立案疑问参考: what is asked before a case is filed, with law, articles and amounts. It takes no figure of the case and
 * comes to no conclusion.
 */
export function filingQuestionsView(facts: Case, laws: Laws, data: FilingQuestions): object {
    const { sources, bands, provinces } = data
    const said = (id: string): string => saidOf(sources, id)
    const questions = data.questions
        .map(({ ask, points }) => ({
            ask,
            points: points.flatMap((point): readonly Point[] => {
                if ("text" in point) return [{ cited: "", kind: point.kind, text: point.text, said: said(point.from) }]
                const found = provision(laws, point.basis)
                if (!concerns(found, facts)) return []
                const { of, kind, unchecked, text } = found
                // The source of the text stands in the list at the end.
                const dated = lawSaid(of.status, of.seenOn, of.grade)
                return [{ cited: cite(found), kind: kindOfText(kind, unchecked !== undefined), text, said: dated }]
            }),
        }))
        .filter(({ points }) => points.length > 0)
    const cited = data.questions
        .flatMap(({ points }) => points.flatMap((point) => ("basis" in point ? [point.basis] : [])))
        .filter((id) => concerns(provision(laws, id), facts))
    return {
        ref: facts.ref,
        matter: matterZh(facts),
        compiledOn: data.compiledOn,
        questions,
        next: questions.length + 1,
        bands: bands.map(({ offence, tiers, from }) => ({ offence, amounts: amountsOf(tiers), said: said(from) })),
        provinces: provinces.map(({ band, province, tiers, from }) => ({
            province,
            offence: bands.find(({ id }) => id === band)?.offence ?? "",
            amounts: amountsOf(tiers),
            said: said(from),
        })),
        sources: sourceGroups(laws, cited),
    }
}

function amountsOf(tiers: readonly { readonly name: string; readonly amount: string }[]): readonly object[] {
    return tiers.length === 0
        ? [{ text: NO_TEXT }]
        : tiers.map(({ name, amount }) => ({ text: amountOf(name, amount) }))
}
