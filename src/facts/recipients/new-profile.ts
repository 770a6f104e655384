import { utf8 } from "../../base/bytes.ts"
import { type Issue, type IssuePath, movedTo, PacketError } from "../../base/issue.ts"
import { printYaml } from "../case/yaml-print.ts"
import { bareProfile } from "./bare-profile.ts"
import { parseRecipient } from "./recipient.ts"
import type { RecipientInFile } from "./recipient-schema.ts"

/**
 * A profile from the few things that whoever found a desk's channel knows: names, official page, mailbox or portal. What
 * the page does not say holds as for every desk and can be added to the file by hand.
 */

/** What was found, as typed; blank where there is nothing. */
export interface FoundDesk {
    /** What the file is named after: small Latin letters, digits, hyphens. */
    readonly id: string
    readonly "name-zh": string
    readonly "name-en": string
    /** Page of the desk's own that names the channel. */
    readonly page: string
    readonly email: string
    readonly portal: string
}

/** Id of a desk by its English name: `LBank Exchange` is `lbank-exchange`. */
export function proposeDeskId(nameEn: string): string {
    const words = nameEn
        .normalize("NFKC")
        .toLowerCase()
        .split(/[^a-z0-9]+/)
    return words
        .filter((word) => word !== "")
        .join("-")
        .slice(0, 40)
}

/**
 * Text of `<id>.yaml`. Throws `PacketError` with every fault, each at the member of {@link FoundDesk} that it is about.
 *
 * @param on - Day on which the page was read, `2026-11-28`.
 */
export function newProfile(found: FoundDesk, on: string): Uint8Array {
    const text = `${HEAD}${printYaml(profileOf(found, on))}`
    const { recipient, issues } = parseRecipient(found.id, text)
    if (recipient === undefined) throw new PacketError(atMembers(issues))
    return utf8(text)
}

const HEAD = `# 收件方资料：按官方页面所列的渠道写成，其余各项照各家通用的资料。页面另有要求的，照其他资料文件的写法补在后面。
# 可信程度：A 官方页面或法规原文；B 可信二手；C 弱；D 推断。地址会变动，发送前仍须核实渠道。
`
const READ = {
    source: "本单位从该平台自己的网站读到",
    sourceEn: "read by our unit on the platform's own site",
} as const
const UNREAD = { source: "未见该平台的说明", sourceEn: "nothing was seen on the platform's site" } as const

function profileOf(found: FoundDesk, on: string): RecipientInFile {
    const page = found.page.trim()
    const said = { ...READ, url: page, grade: "A", reportedOn: on } as const
    const route = (zh: string, en: string, typed: string) =>
        typed.trim() === ""
            ? undefined
            : {
                  name: { zh, en },
                  address: typed.trim(),
                  identityImages: "no" as const,
                  officialMailbox: "unknown" as const,
                  ...said,
              }
    const email = route("电子邮件", "e-mail", found.email)
    const portal = route("官方网站的门户或者表单", "portal or form on the official site", found.portal)
    return bareProfile(
        {
            id: found.id,
            compiledOn: on,
            name: { zh: found["name-zh"].trim(), en: found["name-en"].trim() },
            officialPage: { address: page, ...said },
            routes: { ...(portal && { portal }), ...(email && { email }) },
        },
        UNREAD,
    )
}

/** Where each part of the file comes from, by the beginning of its keys. */
const ORIGINS: readonly (readonly [keys: RegExp, member: keyof FoundDesk])[] = [
    [/^routes\.portal\.address/, "portal"],
    [/^routes(?:\.email\.address)?$/, "email"],
    [/^(?:routes|officialPage)\./, "page"],
    [/\.zh$/, "name-zh"],
    [/\.en$/, "name-en"],
]

function atMembers(issues: readonly Issue[]): Issue[] {
    const placed = issues
        .filter(({ severity }) => severity === "error")
        .map((found) => movedTo(found, [memberOf(found.path.slice(1))]))
    return placed.filter(
        ({ code, path }, i) => placed.findIndex((one) => one.code === code && one.path[0] === path[0]) === i,
    )
}

function memberOf(keys: IssuePath): keyof FoundDesk {
    const joined = keys.join(".")
    return ORIGINS.find(([form]) => form.test(joined))?.[1] ?? "id"
}
