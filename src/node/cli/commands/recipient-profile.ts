import type { Lang } from "../../../base/lang.ts"
import { own } from "../../../base/own.ts"
import { PERIODS } from "../../../facts/recipients/defaults.data.ts"
import type { Fact } from "../../../facts/recipients/recipient-check.ts"
import type { Recipient } from "../../../facts/recipients/recipient-schema.ts"
import { type RecipientTexts, recipientTexts, type Said, saidIn } from "../recipient-texts.ts"

/** A profile as lines for people: every fact with its source, grade and dates beneath it. */

/** Lines of a whole profile; `summary` stands beneath its name. */
export function printProfile(profile: Recipient, lang: Lang, summary: string): string[] {
    const words = recipientTexts[lang]
    const { heads } = words
    const text = (said: Said): string => saidIn(lang, said)
    const section = (head: string, ...lines: readonly string[]): string[] => ["", head, ...lines.map(indent)]
    const rule = (head: string, fact: (Fact & Said) | undefined, ...before: readonly string[]): string[] =>
        fact === undefined
            ? []
            : section(head, ...before, ...[text(fact)].filter((line) => line !== ""), factLine(fact, words, lang))
    const list = (names: readonly string[]): string => names.join(words.comma)
    const { identifierFormats, limits, officialDocument } = profile
    return [
        `${profile.id}  ${text(profile.name)}`,
        summary,
        words.check,
        ...rule(heads.addressee, { ...profile.addressee, zh: profile.addressee.zh }),
        ...section(heads.identityReceivers, text(profile.identityReceivers)),
        ...section(heads.routes, ...routeLines(profile, words, lang)),
        ...(profile.officialPage === undefined
            ? section(heads.officialPage, words.noPage)
            : rule(heads.officialPage, profile.officialPage, profile.officialPage.address)),
        ...rule(heads.followUp, profile.followUp, profile.followUp?.address ?? ""),
        ...rule(heads.questions, profile.questions, profile.questions?.address ?? ""),
        ...rule(heads.officialMail, profile.officialMail, list(profile.officialMail.suffixes) || words.noSuffix),
        ...rule(
            heads.officialDocument,
            officialDocument,
            `${list(officialDocument.kinds.map((kind) => words.document[kind]))}${words.separator}${words.withoutIt[officialDocument.withoutIt]}`,
        ),
        ...rule(heads.userNotice, profile.userNotice, words.byDefault[profile.userNotice.byDefault]),
        ...(profile.responseTimes ?? []).flatMap((time) =>
            rule(`${heads.responseTimes}${words.bracket(words.about[time.about])}`, time),
        ),
        ...rule(heads.languages, profile.languages, list(profile.languages.accepted.map((one) => words.language[one]))),
        ...rule(
            heads.identifierFormats,
            identifierFormats,
            list(identifierFormats.accepted.map((form) => words.form[form])),
            ...(identifierFormats.refused === undefined
                ? []
                : [words.refused + list(identifierFormats.refused.map((form) => words.form[form]))]),
        ),
        ...(profile.identifiersCsv === undefined
            ? []
            : section(heads.identifiersCsv, words.identifiersCsv[profile.identifiersCsv])),
        ...(profile.letterForPhotos === undefined
            ? []
            : rule(
                  heads.letterForPhotos,
                  profile.letterForPhotos,
                  words.letterForPhotos[profile.letterForPhotos.accepted],
              )),
        ...section(
            heads.letterDocx,
            words.letterDocx[profile.letterDocx],
            ...(profile.letterDocxBasis === undefined
                ? []
                : [text(profile.letterDocxBasis), factLine(profile.letterDocxBasis, words, lang)]),
        ),
        ...rule(
            heads.limits,
            limits,
            words.bytes(
                limits?.fileBytes?.toString(),
                limits?.mailAttachmentsBytes?.toString(),
                limits?.totalBytes?.toString(),
            ),
        ),
        ...rule(heads.freeze, profile.freeze),
        ...rule(heads.preservation, profile.preservation),
        ...rule(heads.attestation, profile.attestation),
        ...(profile.notes ?? []).flatMap((note, i) => rule(i === 0 ? heads.notes : "", note).slice(i === 0 ? 0 : 2)),
        ...section(
            `${heads.items}${words.bracket(String(profile.items.length))}`,
            text(profile.itemsNote),
            factLine(profile.itemsNote, words, lang),
            ...profile.items.flatMap((item, i) => [
                `${String(i + 1)}. ${text(item)}${words.itemNote(item.note)}`,
                ...item.leaves.map((leaf) => indent(`- ${text(leaf)}${leafKind(leaf, words, text(leaf))}`)),
            ]),
        ),
        ...section(
            heads.dataGroups,
            ...(profile.dataNote === undefined
                ? []
                : [text(profile.dataNote), factLine(profile.dataNote, words, lang)]),
            ...profile.dataGroups.map((group, i) => {
                const period = words.periods(own(profile.periods ?? {}, group.id) ?? own(PERIODS, group.id) ?? {})
                return `${String(i + 1)}. [${group.id}] ${text(group)}${words.bracket(period)}`
            }),
        ),
    ]
}

function routeLines(profile: Recipient, words: RecipientTexts, lang: Lang): string[] {
    return Object.entries(profile.routes).flatMap(([id, route]) => {
        const stage = (zh: string): Said => ({ zh, en: route.stages?.find((one) => one.zh === zh)?.en })
        return [
            `[${id}] ${saidIn(lang, route.name)}`,
            ...[
                ...(id === "existing-account" ? [] : [route.address ?? words.noAddress]),
                `${words.images[route.identityImages]}${words.separator}${words.mailbox[route.officialMailbox]}`,
                factLine(route, words, lang),
                ...(route.toState === undefined ? [] : [words.toState(saidIn(lang, route.toState))]),
                ...(route.steps ?? []).map(
                    (step, i) => `${String(i + 1)}. [${saidIn(lang, stage(step.stage))}] ${saidIn(lang, step)}`,
                ),
            ].map(indent),
        ]
    })
}

function leafKind(leaf: Recipient["items"][number]["leaves"][number], words: RecipientTexts, label: string): string {
    const photo = leaf.photo && words.photo[leaf.photo]
    if (photo !== undefined) return photo === label ? "" : words.bracket(photo)
    return leaf.fields === undefined ? "" : words.bracket(leaf.fields.join(", "))
}

/** Source, grade and dates of a fact in one line. */
function factLine(fact: Fact, words: RecipientTexts, lang: Lang): string {
    const source = saidIn(lang, { zh: fact.source, en: fact.sourceEn })
    const parts = [
        `${words.source}${words.colon}${source}`,
        words.grade[fact.grade],
        fact.reportedOn === undefined ? words.noDate : words.reported(fact.reportedOn),
        words.verified(fact.verifiedOn),
        // Last, so that nothing sticks to it when it is copied.
        ...(fact.url === undefined ? [] : [fact.url]),
    ]
    return `* ${parts.join(words.separator)}`
}

const indent = (line: string): string => `    ${line}`
