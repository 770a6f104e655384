import { type ByteSource, partOf } from "../../base/source.ts"
import { programKind } from "./file-type.ts"
import { attached } from "./heads/mail.ts"
import { mailText } from "./heads/mail-text.ts"
import { unpackMember, type ZipMember } from "./zip-directory.ts"

/** What office files, pages and mails do by themselves when somebody opens them, by what is written in them. */
export type Effect = "active" | "remote"

/** Parts and pages that are looked through; of larger ones the beginning. */
const LARGEST = 4 << 20
const MOST_PARTS = 400

/**
 * Parts of office files that run: macros, their older sheets, controls, objects of other programs (ECMA-376;
 * [MS-OFFMACRO2] 2.2.1; ODF 1.3 part 2).
 */
const RUNS =
    /^(?:word|xl|ppt)\/(?:.*\/)?(?:vbaProject\.bin|macrosheets\/.*|activeX\/.*|embeddings\/oleObject[^/]*\.bin)$/i
const RUNS_ODF = /^(?:Basic|Scripts)\/./i
/** Parts that say what is taken from elsewhere. */
const LOOKED =
    /(?:^|\/)_rels\/[^/]*\.rels$|^word\/(?:document|header\d*|footer\d*)\.xml$|^xl\/(?:externalLinks\/[^/]*|connections)\.xml$|^(?:content|styles)\.xml$/i
/** Another machine: not a drive of this one, nor a part of the file. */
const ELSEWHERE = /["'](?:https?:|ftp:|mhtml:|(?:file:)?[\\/]*\\\\|(?:file:)?\/\/[^/\\])/.source
const RELATION = new RegExp(String.raw`\bTarget\s*=\s*${ELSEWHERE}`, "i")
/** A picture, an object or a table from elsewhere, in an OpenDocument file; links of the text wait for a click. */
const HREF = new RegExp(String.raw`<(?!text:a\b|draw:a\b)[^<>]*\bxlink:href\s*=\s*${ELSEWHERE}`, "i")
/** Links and fields that start a program (ECMA-376 part 1 §§17.16.5.13, 18.14.4; ODF 1.3 part 3 §14.6). */
const DDE = /<(?:\w+:)?ddeLink\b|<office:dde-source\b/
const FIELD = /<w:instrText\b[^<>]*>([^<]*)|\bw:instr\s*=\s*"([^"]*)"/g
/** Queries of a workbook that read a page. */
const QUERY = /<webPr\b[^<>]*\burl\s*=/i

// Blanks are matched by one part of a pattern alone: of two beside each other a long run would take for ever.
const ADDRESS = /\s*=\s*(?:["']\s*)?(?:https?:)?\/\//.source
/** What in a page is fetched without a click. */
const FETCHED = new RegExp(
    [
        String.raw`<(?:img|image|iframe|embed|object|audio|video|source|input|feImage|use)\b[^<>]*\b(?:src|srcset|data|href)${ADDRESS}`,
        String.raw`<link\b[^<>]*\bhref${ADDRESS}`,
        String.raw`<[^<>]*\bbackground${ADDRESS}`,
        String.raw`(?:\burl\(|@import)\s*(?:["']\s*)?(?:https?:)?//`,
        String.raw`<meta\b(?=[^<>]*http-equiv\s*=\s*["']?refresh)[^<>]*url=`,
    ].join("|"),
    "i",
)
const SCRIPT = /<script\b|<[^<>]*\son\w+\s*=|\bhref\s*=\s*(?:["']\s*)?javascript:/i

const isProgram = (name: string): boolean => programKind("", name) === "program"

/** Objects of other programs in a rich text (RTF 1.9.1, "Objects"). */
const OBJECT = /\\obj(?:data|autlink|update)(?![a-z])/

/** What an office file does, or another ZIP by the names in it. */
export async function officeEffect(source: ByteSource, members: readonly ZipMember[]): Promise<Effect | undefined> {
    const isOdf = members.some(({ name }) => name === "content.xml")
    if (members.some(({ name }) => RUNS.test(name) || (isOdf && RUNS_ODF.test(name)))) return "active"
    const isOffice = isOdf || members.some(({ name }) => name === "[Content_Types].xml")
    if (!isOffice && members.some(({ name }) => isProgram(name))) return "active"
    let found: Effect | undefined
    for (const member of isOffice ? members.filter(({ name }) => LOOKED.test(name)).slice(0, MOST_PARTS) : []) {
        const bytes = await unpackMember(source, member, LARGEST)
        const effect = bytes === undefined ? undefined : partEffect(member.name, new TextDecoder().decode(bytes))
        if (effect === "active") return effect
        found ??= effect
    }
    return found
}

function partEffect(name: string, text: string): Effect | undefined {
    const fields = Array.from(text.matchAll(FIELD), ([, one = "", other = ""]) => one + other).join("")
    if (DDE.test(text) || /\bDDE(?:AUTO)?\b/i.test(fields)) return "active"
    if (name.endsWith(".rels")) return relationsOf(text).some((one) => RELATION.test(one)) ? "remote" : undefined
    return HREF.test(text) || QUERY.test(text) ? "remote" : undefined
}

/** Relations to what lies outside the file, but for links that wait for a click. */
function relationsOf(text: string): readonly string[] {
    return (text.match(/<Relationship\b[^<>]*>/g) ?? []).filter(
        (one) => /\bTargetMode\s*=\s*["']External/i.test(one) && !/\bType\s*=\s*["'][^"']*\/hyperlink["']/i.test(one),
    )
}

const SVG = "image/svg+xml"

/** What a page, a drawing, a mail or a rich text does. */
export async function pageEffect(source: ByteSource, name: string, mediaType: string): Promise<Effect | undefined> {
    const isMail = mediaType === "message/rfc822" || mediaType === "application/mbox"
    const isSaved = mediaType === "multipart/related"
    const isRich = mediaType === "application/rtf"
    if (!isMail && !isSaved && !isRich && mediaType !== "text/html" && mediaType !== SVG && !/\.svg$/i.test(name))
        return undefined
    const bytes = await partOf(source, 0, LARGEST)
    const text = isMail || isSaved ? mailText(bytes) : new TextDecoder().decode(bytes)
    if (isRich) return OBJECT.test(text) ? "active" : undefined
    if (isMail && attached(text).some(isProgram)) return "active"
    // Programs for mail run no scripts.
    if (!isMail && SCRIPT.test(text)) return "active"
    // What a saved page names by its address lies in it.
    return !isSaved && FETCHED.test(text) ? "remote" : undefined
}
