import type { Lang } from "../../base/lang.ts"
import { own } from "../../base/own.ts"
import { inventedOf } from "../../facts/addresses/invented.ts"
import { PERIODS } from "../../facts/recipients/defaults.data.ts"
import type { Fact } from "../../facts/recipients/profile-facts.ts"
import type { AbsentDesk, Recipient } from "../../facts/recipients/recipient-schema.ts"
import { type DeskTexts, deskTexts, type Said, saidIn } from "./desk-texts.ts"
import { sourceLine } from "./source-line.ts"

/** What is known of a desk as sections for people: every fact with its source, grade and dates beneath it. */

/** One section: its head, and its lines, those of a fact's source beginning with `* `. */
export interface DeskSection {
    readonly head: string
    readonly lines: readonly string[]
}

/** A desk of which no channel is known: why, and what to do instead. */
export function absentSections(desk: AbsentDesk, lang: Lang): readonly DeskSection[] {
    const words = deskTexts[lang]
    const { reason, instead, notes = [] } = desk
    const said = (one: Fact & Said): string[] => [saidIn(lang, one), ...factLines(one, words, lang)]
    return [
        { head: words.heads.reason, lines: said(reason) },
        { head: words.heads.instead, lines: [...(instead === undefined ? [] : said(instead)), words.insteadOf] },
        { head: words.heads.notes, lines: notes.flatMap(said) },
        inventedSection(desk, lang),
    ].filter(({ lines }) => lines.length > 0)
}

/** All of a profile. */
export function profileSections(profile: Recipient, lang: Lang): readonly DeskSection[] {
    const words = deskTexts[lang]
    const { heads } = words
    const text = (said: Said): string => saidIn(lang, said)
    const section = (head: string, ...lines: readonly string[]): DeskSection[] => [{ head, lines }]
    const source = (fact: Fact): string[] => factLines(fact, words, lang)
    const rule = (head: string, fact: (Fact & Said) | undefined, ...before: readonly string[]): DeskSection[] =>
        fact === undefined
            ? []
            : section(head, ...before, ...[text(fact)].filter((line) => line !== ""), ...source(fact))
    const list = (names: readonly string[]): string => names.join(words.comma)
    const { identifierFormats, limits, officialDocument } = profile
    return [
        ...rule(heads.addressee, { ...profile.addressee, zh: profile.addressee.zh }),
        ...section(heads.identityReceivers, text(profile.identityReceivers)),
        ...section(heads.routes, ...routeLines(profile, words, lang)),
        ...(profile.officialPage === undefined
            ? section(heads.officialPage, words.noPage)
            : rule(heads.officialPage, profile.officialPage, profile.officialPage.address)),
        ...(profile.otherPages ?? []).flatMap((page) => rule(heads.otherPages, page, page.address)),
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
                : [text(profile.letterDocxBasis), ...source(profile.letterDocxBasis)]),
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
        ...rule(heads.emergency, profile.emergency),
        ...rule(heads.attestation, profile.attestation),
        ...(profile.notes === undefined
            ? []
            : section(heads.notes, ...profile.notes.flatMap((note) => [text(note), ...source(note)]))),
        ...section(
            `${heads.items}${words.bracket(String(profile.items.length))}`,
            text(profile.itemsNote),
            ...source(profile.itemsNote),
            ...profile.items.flatMap((item, i) => [
                `${String(i + 1)}. ${text(item)}${words.itemNote(item.note, item.noteEn)}`,
                ...item.leaves.map((leaf) => indent(`- ${text(leaf)}${leafKind(leaf, words, text(leaf))}`)),
            ]),
        ),
        ...section(
            heads.dataGroups,
            ...(profile.dataNote === undefined ? [] : [text(profile.dataNote), ...source(profile.dataNote)]),
            ...profile.dataGroups.map((group, i) => {
                const period = words.periods(own(profile.periods ?? {}, group.id) ?? own(PERIODS, group.id) ?? {})
                return `${String(i + 1)}. [${group.id}] ${text(group)}${words.bracket(period)}`
            }),
        ),
        ...[inventedSection(profile, lang)].filter(({ lines }) => lines.length > 0),
    ]
}

function routeLines(profile: Recipient, words: DeskTexts, lang: Lang): string[] {
    return Object.entries(profile.routes).flatMap(([id, route]) => {
        const stage = (zh: string): Said => ({ zh, en: route.stages?.find((one) => one.zh === zh)?.en })
        return [
            `[${id}] ${saidIn(lang, route.name)}`,
            ...[
                ...(id === "existing-account" ? [] : [route.address ?? words.noAddress]),
                `${words.images[route.identityImages]}${words.separator}${words.mailbox[route.officialMailbox]}`,
                ...factLines(route, words, lang),
                ...(route.toState === undefined ? [] : [words.toState(saidIn(lang, route.toState))]),
                ...(route.steps ?? []).map(
                    (step, i) => `${String(i + 1)}. [${saidIn(lang, stage(step.stage))}] ${saidIn(lang, step)}`,
                ),
            ].map(indent),
        ]
    })
}

function leafKind(leaf: Recipient["items"][number]["leaves"][number], words: DeskTexts, label: string): string {
    const photo = leaf.photo && words.photo[leaf.photo]
    if (photo !== undefined) return photo === label ? "" : words.bracket(photo)
    return leaf.fields === undefined ? "" : words.bracket(leaf.fields.join(", "))
}

/** Addresses of the desk that stand in public lists alone. */
function inventedSection({ name }: { readonly name: Recipient["name"] }, lang: Lang): DeskSection {
    const words = deskTexts[lang]
    const lines = inventedOf(name).flatMap(({ address, seen, on, grade }) => [
        address,
        indent(words.inventedAddress({ seen: saidIn(lang, seen), on, grade })),
    ])
    return { head: words.heads.invented, lines }
}

/** Source, grade and dates of a fact, then what other sources say of the same. */
function factLines(fact: Fact, words: DeskTexts, lang: Lang): string[] {
    return [
        factLine(fact, lang),
        ...(fact.readings ?? []).flatMap((one) => [words.reading(saidIn(lang, one)), indent(factLine(one, lang))]),
    ]
}

/** Source, grade and dates of a fact in one line. */
function factLine(fact: Omit<Fact, "readings">, lang: Lang): string {
    return sourceLine({ ...fact, source: { zh: fact.source, en: fact.sourceEn } }, lang)
}

const indent = (line: string): string => `    ${line}`
