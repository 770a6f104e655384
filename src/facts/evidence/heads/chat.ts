import { fromUtf8 } from "../../../base/bytes.ts"
import { shorten } from "./shorten.ts"

/** What a chat exported by WhatsApp holds, by its `_chat.txt`. Times stand as they are there: which is day and which month is not known. */
export interface ChatHead {
    readonly kind: "chat"
    readonly first: string
    readonly last: string
    /** Names of those who wrote, in the order in which they first did. */
    readonly people: readonly string[]
    readonly messages: number
    /** Messages that say that a picture or recording was left out of the export. */
    readonly omitted: number
    /** Attachments that are named and do not lie beside it. */
    readonly missing: readonly string[]
}

/** Largest text that is read, in bytes. */
export const LARGEST_CHAT = 32 << 20

// Dates and times of all languages: digits with separators, words such as 上午 or PM around the time.
const DAY = String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{1,4}`
const CLOCK = String.raw`(?:[^\d\]\s-]{1,8} ?)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[^\d\]\s-]{1,5}(?: ?[mM]\.)?)?`
/** `[2023/3/20 上午9:49:08] 甲: …` of an iPhone, `20/03/2023, 09:49 - 甲: …` of Android. */
const LINE = new RegExp(String.raw`^(?:\[(${DAY},? ${CLOCK})\]|(${DAY},? ${CLOCK}) -) ([^:：]{1,100})[:：] ?(.*)$`)
const OMITTED =
    /^<?(?:media|image|video|audio|sticker|document|gif|contact card) omitted>?$|^<?.{0,12}(?:已省略|已忽略|忽略)>?$/i
/** `<attached: name>` of an iPhone, `name (file attached)` of Android. */
const ATTACHED = /^<[^<>:：]{1,30}[:：] ?([^<>]+\.\w{1,5})>|^(\S[^()（）]*\.\w{2,5}) ?[(（][^()（）]{1,30}[)）]$/

/**
 * Reads a chat; `undefined` where the text is none, of which two messages are the least.
 *
 * @param isBeside - Whether a file of that name lies with it.
 */
export function readChat(bytes: Uint8Array, isBeside: (name: string) => boolean): ChatHead | undefined {
    const text = fromUtf8(bytes)
    if (text === undefined) return undefined
    const people = new Set<string>()
    const missing = new Set<string>()
    let [first, last, messages, omitted] = ["", "", 0, 0]
    for (const raw of text.split(/\r?\n/)) {
        // Direction marks and narrow blanks stand between the parts of a line.
        const line = raw.replace(/[\u200e\u200f\u202a-\u202e\ufeff]/g, "").replace(/[\u00a0\u202f]/g, " ")
        const [, iphone, android, name = "", said = ""] = LINE.exec(line) ?? []
        const at = iphone ?? android
        if (at === undefined) continue
        first ||= at
        last = at
        messages++
        people.add(name.trim())
        if (OMITTED.test(said)) omitted++
        const [, one, other] = ATTACHED.exec(said) ?? []
        const attached = (one ?? other)?.trim()
        if (attached !== undefined && !isBeside(attached)) missing.add(attached)
    }
    if (messages < 2) return undefined
    return { kind: "chat", first, last, people: [...people], messages, omitted, missing: [...missing].map(shorten) }
}
