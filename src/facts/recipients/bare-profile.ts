import type { RecipientInFile } from "./recipient-schema.ts"

/** A profile of which nothing is known but what is given: rules that nobody has read are inferred, grade D. */
export function bareProfile(
    known: Pick<RecipientInFile, "id" | "compiledOn" | "name" | "routes"> & Partial<RecipientInFile>,
    unknown: { readonly source: string; readonly sourceEn: string },
): RecipientInFile {
    const { id, compiledOn, name } = known
    // A blank between Latin letters and hanzi.
    const zh = /[A-Za-z0-9]$/.test(name.zh) ? `${name.zh} ` : name.zh
    const inferred = { ...unknown, grade: "D" } as const
    return {
        ...{ format: "1.1", id, compiledOn, name },
        addressee: {
            zh: `${zh}执法协助部门（${zh}的运营主体及所述期间数据的保存主体）`,
            en: `${name.en} - Law Enforcement Response (the entity operating ${name.en} and the entity holding the records for the period stated)`,
            ...inferred,
        },
        identityReceivers: { zh: name.zh, en: name.en },
        // A translation does no harm where Chinese is read.
        languages: { accepted: ["en"], ...inferred },
        officialMail: { suffixes: [], ...inferred },
        officialDocument: {
            withoutIt: "unknown",
            kinds: ["court-order", "police-order", "official-letter"],
            zh: "未见说明；附盖章公函和法律文书",
            en: "no rule was seen; the sealed letter and the instrument go along",
            ...inferred,
        },
        letterDocx: "no",
        ...known,
    }
}
