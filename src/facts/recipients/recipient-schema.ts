import * as z from "zod"
import { fault, text } from "../case/fields.ts"

/**
 * Shape of a recipient profile: routes, addressee, items, rules, terms. A desk is data only, so a new one is a new file
 * of this shape. Every fact carries where it comes from, how far that is to be trusted, when it was said and when
 * somebody last verified it, because addresses and rules of this kind change without notice.
 *
 * Format 1.1 adds to 1.0: desks of which no channel is known (`found: false`), further readings of a fact, other names,
 * other pages, the emergency path; and what is the same for most desks may be left out (`SHARED`, limits, note on data).
 */

/** Formats that are read. */
export const PROFILE_FORMATS = ["1.0", "1.1"] as const

/** Year, month or day; blank where the source bears no date, or nobody has verified the fact. */
const day = z.string().superRefine((value, context) => {
    const [year = "", month = "01", date = "01"] = value.split("-")
    const parsed = new Date(`${year}-${month}-${date}T00:00:00Z`)
    const isDate = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(`${year}-${month}-${date}`)
    if (!/^\d{4}(?:-\d{2}){0,2}$/.test(value) || !isDate) fault(context, "request.profile.date", { found: value })
})

/** English text: it may go into the letter or the mail to the desk. */
const english = text.superRefine((value, context) => {
    if (!/^[\x20-\x7E\u00A0-\u024F\u2010-\u201D]*$/.test(value))
        fault(context, "request.english.characters", { found: value })
})

const profileId = z.string().superRefine((value, context) => {
    if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(value)) fault(context, "request.profile.id-form", { found: value })
})

/** Bytes as whole digits; the YAML reader leaves every scalar as text. */
const bytes = z
    .string()
    .superRefine((value, context) => {
        if (!/^[1-9]\d{0,11}$/.test(value)) fault(context, "request.profile.number", { found: value })
    })
    .transform(Number)

/** Days as whole digits, none or up to ten years. */
const days = z
    .string()
    .superRefine((value, context) => {
        if (!/^\d{1,4}$/.test(value) || Number(value) > 3653) fault(context, "request.profile.days", { found: value })
    })
    .transform(Number)

const named = z.strictObject({ zh: text, en: english })

/** `others`: further names under which people know the desk. */
const deskName = named.extend({ others: z.array(text).min(1).optional() })

/** Grades: A official page or text of a rule; B credible second hand; C weak; D inferred or assumed by us. */
export const GRADES = ["A", "B", "C", "D"] as const

const sourced = {
    source: text,
    /** For readers of English; the source in Chinese stands where it is absent. */
    sourceEn: english.optional(),
    /** Page on which the source can be read again. */
    url: z.string().optional(),
    grade: z.enum(GRADES),
    reportedOn: day.optional(),
    verifiedOn: day.optional(),
}

const fact = {
    ...sourced,
    /** What other sources say of the same, where they disagree with the one that leads. */
    readings: z
        .array(z.strictObject({ zh: text, en: english.optional(), ...sourced }))
        .min(1)
        .optional(),
}

/** A rule of the desk in words. */
const said = z.strictObject({ zh: text, en: english.optional(), ...fact })

const route = z.strictObject({
    name: named,
    /** Mailbox or https address; absent where none is known. */
    address: z.string().optional(),
    identityImages: z.enum(["yes", "no"]),
    /**
     * Whether the mailbox must be one of the agency: `required` where the recipient says so itself, `expected` where
     * others say so, `unknown` where nothing is known or the mailbox plays no part.
     */
    officialMailbox: z.enum(["required", "expected", "unknown"]),
    ...fact,
    /** What the desk wants to read in a request by this route and only the officer can say. */
    toState: named.optional(),
    /** Names of the stages in their order; each step belongs to one, by its Chinese name. */
    stages: z.array(named).min(1).optional(),
    /** `leaves` are the details of the items that this step asks for, by id. */
    steps: z
        .array(
            z.strictObject({ stage: text, zh: text, en: english.optional(), leaves: z.array(z.string()).optional() }),
        )
        .min(1)
        .optional(),
})

const leaf = z.strictObject({
    id: profileId,
    zh: text,
    en: english.optional(),
    photo: z.enum(["front", "back", "holding"]).optional(),
    /** Paths of the officer data, for example `agency.nameZh`. */
    fields: z.array(z.string()).min(1).optional(),
    materials: z.literal("yes").optional(),
    /** The program cannot tell whether it is there: somebody looks, and it never counts as done. */
    byHand: z.literal("yes").optional(),
})

/** Forms in which identifiers can be handed over. */
export const IDENTIFIER_FORMS = ["text", "xlsx", "csv", "docx", "pdf", "image"] as const

/** How long something takes or lasts, where a source gives one figure. */
const term = z.strictObject({ count: days, unit: z.enum(["business-days", "days"]) })

/** A recipient profile, `assets/recipients/<id>.yaml` or a file of the user's own. */
export const recipientSchema = z.strictObject({
    format: z.enum(PROFILE_FORMATS),
    id: profileId,
    name: deskName,
    /** Day on which the profile was put together from its sources. */
    compiledOn: day,
    addressee: z.strictObject({ zh: text, en: english, ...fact }),
    /** All who get to see identity images on the way to the desk; the mark burnt into them names these. */
    identityReceivers: named,
    languages: z.strictObject({ accepted: z.array(z.enum(["zh-CN", "en"])).min(1), ...fact }),
    routes: z.partialRecord(z.enum(["existing-account", "portal", "email"]), route).superRefine((routes, context) => {
        if (Object.keys(routes).length === 0) fault(context, "request.profile.no-route", {})
    }),
    /** Where the desk itself tells police how to write to it; absent where no such page was found. */
    officialPage: z.strictObject({ address: text, ...fact }).optional(),
    /** Further pages of the desk's own, on other domains of it: no imitations, though nothing is sent there. */
    otherPages: z
        .array(z.strictObject({ address: text, ...fact }))
        .min(1)
        .optional(),
    followUp: z.strictObject({ address: text, ...fact }).optional(),
    questions: z.strictObject({ address: text, ...fact }).optional(),
    /** Domain suffixes the desk is taken to accept; none where it names no rule. */
    officialMail: z.strictObject({ suffixes: z.array(z.string()), ...fact }),
    officialDocument: z.strictObject({
        /** What happens to a request without a court's or police order. */
        withoutIt: z.enum(["not-processed", "unknown"]),
        kinds: z.array(z.enum(["court-order", "police-order", "official-letter"])).min(1),
        zh: text,
        en: english.optional(),
        ...fact,
    }),
    userNotice: z
        .strictObject({
            /** What the desk tells its user unless an order forbids it. */
            byDefault: z.enum(["told", "may-be-told", "unknown"]),
            zh: text,
            en: english.optional(),
            ...fact,
        })
        .optional(),
    responseTimes: z
        .array(
            z.strictObject({
                about: z.enum(["access", "answer"]),
                zh: text,
                en: english.optional(),
                term: term.optional(),
                ...fact,
            }),
        )
        .optional(),
    identifierFormats: z
        .strictObject({
            accepted: z.array(z.enum(IDENTIFIER_FORMS)).min(1),
            refused: z.array(z.enum(IDENTIFIER_FORMS)).optional(),
            zh: text.optional(),
            en: english.optional(),
            ...fact,
        })
        .optional(),
    /** Whether a letter of the agency serves in place of photos of the ID: `ask` where sources differ or hint at it. */
    letterForPhotos: z
        .strictObject({ accepted: z.enum(["yes", "ask"]), zh: text, en: english.optional(), ...fact })
        .optional(),
    /** Whether the letter goes along as an editable 04-Letter.docx. */
    letterDocx: z.enum(["yes", "no"]),
    letterDocxBasis: said.optional(),
    /** Whether the identifiers go along once more as comma-separated text, for desks whose systems read that alone. */
    identifiersCsv: z.enum(["yes", "no"]).optional(),
    limits: z
        .strictObject({
            fileBytes: bytes.optional(),
            mailAttachmentsBytes: bytes.optional(),
            totalBytes: bytes.optional(),
            zh: text.optional(),
            en: english.optional(),
            ...fact,
        })
        .optional(),
    freeze: said.optional(),
    preservation: said.extend({ term: term.optional() }).optional(),
    /** What the desk does, or wants to read, where life is in danger. */
    emergency: said.optional(),
    attestation: said.optional(),
    notes: z.array(said).optional(),
    itemsNote: said.optional(),
    items: z
        .array(
            z.strictObject({
                id: profileId,
                zh: text,
                en: english,
                note: text,
                noteEn: english.optional(),
                leaves: z.array(leaf).min(1),
            }),
        )
        .min(1)
        .optional(),
    /** Days after which a look at the profile, or at a verified channel, is due; those for all desks where absent. */
    ages: z.strictObject({ profileDays: days.optional(), channelDays: days.optional() }).optional(),
    /** Periods to propose, by id of a data group, around the facts of the request; as for all desks where absent. */
    periods: z
        .record(
            profileId,
            z.strictObject({
                daysBefore: days.optional(),
                daysAfter: days.optional(),
                /** Begins when the earliest key concerned was made, where that is known. */
                fromKeyCreation: z.literal("yes").optional(),
            }),
        )
        .optional(),
    dataNote: said.optional(),
    dataGroups: z
        .array(
            z.strictObject({
                id: profileId,
                zh: text,
                en: english,
                instrument: text,
                approval: text,
                /**
                 * `orders`: asks about the listed orders alone, so it means nothing where none is listed. `keys`: asks what was
                 * done through which API key, so it comes last where none was used. `access`: asks by whom and from where the
                 * account was operated; like `keys` it is asked only where somebody else may have. `others`: asks whose the
                 * receiving addresses and the further targets are, so it means nothing where there are none. `users`: asks to whom
                 * the listed transfers within the platform went.
                 */
                about: z.enum(["orders", "keys", "access", "others", "users"]).optional(),
            }),
        )
        .min(1)
        .optional(),
})

/** A desk that has told nobody how police may write to it, as far as anybody looked: an entry, not a gap. */
export const absentDeskSchema = z.strictObject({
    format: z.literal("1.1"),
    id: profileId,
    name: deskName,
    compiledOn: day,
    found: z.literal("false").transform(() => false as const),
    /** Stands for whatever platform has no file: papers call it what the case calls the account's exchange. */
    nameFrom: z.literal("account").optional(),
    /** Why no channel is given, in a sentence that stands alone. */
    reason: said,
    /** What to do instead, besides what holds for every such desk. */
    instead: said.optional(),
    notes: z.array(said).optional(),
})

/** A profile as its file has it. */
export type RecipientInFile = z.output<typeof recipientSchema>
/** What a profile may leave out since 1.1: it then means what `defaults.data.ts` has for every desk. */
export const SHARED = ["userNotice", "identifierFormats", "itemsNote", "items", "dataGroups"] as const
type Shared = (typeof SHARED)[number]
/** A desk of which no channel is known. */
export type AbsentDesk = z.output<typeof absentDeskSchema>
/** A desk as data. */
export type Recipient = Omit<RecipientInFile, Shared> & {
    readonly [K in Shared]: NonNullable<RecipientInFile[K]>
} & {
    /** Why there is no route, for papers that stay in the country; with it nothing can be sent. */
    readonly absent?: AbsentDesk
}
/** `existing-account`, `portal` or `email`. */
export type RouteId = keyof Recipient["routes"]

/** JSON Schema of a profile for editors (draft 2020-12). */
export function recipientJsonSchema(): object {
    const shape = z.union([recipientSchema, absentDeskSchema])
    return z.toJSONSchema(shape, { io: "input", unrepresentable: "any" })
}
