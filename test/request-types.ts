import type { RequestTypeId } from "../src/facts/officer/request-types.data.ts"
import { sampleText } from "./check.ts"

/** The sample's officer data as a request of each kind, with all that its row of the table asks. */

const COUNTY = "  countyHead: {name: 样例局长, position: 分局局长, date: 2026-11-19}\n"

interface Kind {
    /** Members of `request`. */
    readonly own: string
    readonly instrument?: readonly [zh: string, en: string]
}

const KINDS: Readonly<Record<Exclude<RequestTypeId, "disclosure">, (desk: string) => Kind>> = {
    preservation: () => ({
        own: "  preservation: {days: 90, treaty: {number: 样协〔2026〕1号, date: 2026-11-10}}\n",
    }),
    "data-freeze": () => ({
        own: "  dataFreeze: {until: 2027-05-20}\n",
        instrument: ["协助冻结电子数据通知书", "Notice of Assistance in Freezing Electronic Data"],
    }),
    freeze: (desk) => ({
        own: `  freeze: {kind: uid, value: "880012345", asset: USDT, amount: "22939.6", until: 2027-05-20, scope: incoming, fruits: "no", confirmedBy: {who: ${desk}, on: 2026-11-18, document: 样例答复函}}\n`,
        instrument: ["协助冻结财产通知书", "Notice of Assistance in Freezing Property"],
    }),
    "follow-up": () => ({
        own: `  earlier: {no: 1, ticket: SAMPLE-5521, checkCode: ${"89abcdef".repeat(4)}}
  targets:
    - {kind: uid, value: "880012345", role: suspect, source: answer of the desk}
`,
    }),
    emergency: () => ({
        own: '  emergency: {danger: "yes", factsZh: 样例：有人被扣押，对方以其生命相威胁, factsEn: "Sample: a person is held and her life is threatened"}\n',
    }),
}

/** @param desk - Name of the desk, which confirms what is to be frozen. */
export function officerOfType(type: RequestTypeId, desk: string): string {
    const sample = sampleText("sample-officer", "officer.yaml")
    if (type === "disclosure") return sample
    const { own, instrument } = KINDS[type](desk)
    const typed = sample
        .replace(/^ {2}type: disclosure\n/m, `  type: ${type}\n${own}`)
        // Pictures go with disclosure alone.
        .replace(/^exhibits:\n( {2}.*\n)+/m, "")
    if (instrument === undefined) return typed
    return typed
        .replace(/^ {2}legalReview:/m, `${COUNTY}  legalReview:`)
        .replace(/^ {2}nameZh: 调取证据通知书/m, `  nameZh: ${instrument[0]}`)
        .replace(/^ {2}nameEn: Notice of Obtaining Evidence/m, `  nameEn: ${instrument[1]}`)
        .replace(/^ {2}stage: accepted/m, "  stage: filed")
        .replace(
            /^ {2}receiptOn: 2026-11-05/m,
            "$&\n  filingNumber: 样例立案 0004\n  filingNumberEn: Sample Filing 0004\n  filingOn: 2026-11-10",
        )
}
