import type { Words } from "../base/lang.ts"
import { sameInAll } from "./message.ts"

/** What a fact is called that is named by its place in the case. */

const FACTS: Readonly<Record<string, Words>> = {
    orders: { "zh-CN": "委托", en: "order" },
    transfers: { "zh-CN": "划转", en: "transfer" },
    ips: { "zh-CN": "IP 地址", en: "IP address" },
}
const OPERATIONS: Readonly<Record<string, Words>> = {
    "incident.firstOperation": { "zh-CN": "首次操作", en: "the first operation" },
    "incident.lastOperation": { "zh-CN": "末次操作", en: "the last operation" },
}

/** `ips[2]` as the third address of the case; what is no place, such as a label or an order number, stays as it is. */
export function factNamed(fact: string): Words {
    const operation = Object.hasOwn(OPERATIONS, fact) ? OPERATIONS[fact] : undefined
    const [, kind = "", index = ""] = /^([a-z]+)\[(\d{1,6})\]$/.exec(fact) ?? []
    const words = Object.hasOwn(FACTS, kind) ? FACTS[kind] : undefined
    if (words === undefined) return operation ?? sameInAll(fact)
    const n = String(Number(index) + 1)
    return { "zh-CN": `${words["zh-CN"]}第 ${n} 项`, en: `${words.en} No. ${n}` }
}
