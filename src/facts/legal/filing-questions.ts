import * as z from "zod"
import type { Laws } from "./laws.ts"
import { assertKnown, day, readLegal, sourceShape } from "./read.ts"

/** What is asked before a case is filed, with what law, articles and amounts say, as dated data. Never a conclusion. */

const tier = z.strictObject({ name: z.string().min(1), amount: z.string().min(1) })

const questionsShape = z.strictObject({
    format: z.literal("1.0"),
    compiledOn: day,
    sources: z.array(sourceShape).min(1),
    questions: z
        .array(
            z.strictObject({
                id: z.string(),
                ask: z.string().min(1),
                points: z
                    .array(
                        z.union([
                            /** A provision of the law texts. */
                            z.strictObject({ basis: z.string() }),
                            /** Somebody else's statement retold, or what we found or did not find. */
                            z.strictObject({
                                text: z.string().min(1),
                                kind: z.enum(["转述", "说明"]),
                                from: z.string(),
                            }),
                        ]),
                    )
                    .min(1),
            }),
        )
        .min(1),
    /** Amounts by offence; none where the text is not on record. */
    bands: z
        .array(z.strictObject({ id: z.string(), offence: z.string(), tiers: z.array(tier), from: z.string() }))
        .min(1),
    provinces: z.array(
        z.strictObject({ band: z.string(), province: z.string(), tiers: z.array(tier).min(1), from: z.string() }),
    ),
})

/** `legal/filing-questions.yaml`. */
export type FilingQuestions = z.output<typeof questionsShape>

/** Reads `legal/filing-questions.yaml`; every provision, source and offence that it names must be there. */
export function readFilingQuestions(source: string, laws: Laws): FilingQuestions {
    const file = "legal/filing-questions.yaml"
    const data = readLegal(file, source, questionsShape)
    const { sources, questions, bands, provinces } = data
    const points = questions.flatMap((question) => question.points)
    const named = [
        { list: sources, ids: [...bands, ...provinces, ...points].flatMap((one) => ("from" in one ? [one.from] : [])) },
        { list: laws.provisions, ids: points.flatMap((point) => ("basis" in point ? [point.basis] : [])) },
        { list: bands, ids: provinces.map(({ band }) => band) },
    ]
    for (const { list, ids } of named) assertKnown([file], ids, list)
    return data
}
