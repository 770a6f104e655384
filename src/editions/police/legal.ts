import type { Case } from "../../facts/case/schema.ts"
import { concerns, type Laws } from "../../facts/legal/laws.ts"
import { cite, sourceGroups } from "../shared/citations.ts"
import { kindOfText } from "../shared/citations.words.ts"
import { matterZh } from "../shared/matter.ts"

/** 法律依据摘录: the texts of the provisions that the documents cite. */

/** Data of 法律依据摘录. */
export function legalBasisView(facts: Case, laws: Laws): object {
    // What concerns the reporter's remedies is printed for him or her alone.
    const printed = laws.provisions.filter((entry) => entry.topic !== "救济" && concerns(entry, facts))
    const topics = [...new Set(printed.map(({ topic }) => topic))]
    return {
        ref: facts.ref,
        matter: matterZh(facts),
        compiledOn: laws.compiledOn,
        topics: topics.map((topic) => ({
            topic,
            rows: printed
                .filter((entry) => entry.topic === topic)
                .map((entry) => ({
                    article: cite(entry),
                    status: entry.of.status,
                    seenOn: entry.of.seenOn,
                    kind: kindOfText(entry.kind, entry.unchecked !== undefined),
                    text: entry.text,
                })),
        })),
        sources: sourceGroups(
            laws,
            printed.map(({ id }) => id),
        ),
    }
}
