import type { VerifyIssues } from "../base/issues/verify.ts"
import type { Messages } from "./message.ts"

/** Files held against the record of what was sent. */
export const sentTexts: Messages<Extract<keyof VerifyIssues, `verify.sent.${string}`>> = {
    "verify.sent.no-record": () => ({
        "zh-CN": { message: "这个包没有发送记录，无法比对发送件", hint: "发送记录在留存包里，请核对留存包" },
        en: {
            message: "this packet has no record of what was sent",
            hint: "the record is in the archive; verify the archive",
        },
    }),
    "verify.sent.same": ({ name, layer }) => ({
        "zh-CN": { message: `内容与第 ${String(layer)} 层发送记录中的“${name}”一致` },
        en: { message: `the content is that of "${name}" in the record of layer ${String(layer)}` },
    }),
    "verify.sent.not-recorded": () => ({
        "zh-CN": { message: "这个文件的内容不在发送记录里", hint: "请确认是否为实际发送的文件" },
        en: {
            message: "the content of this file is not in the record of what was sent",
            hint: "make sure that this file was sent",
        },
    }),
    "verify.sent.not-given": () => ({
        "zh-CN": { message: "发送记录里有这个文件，这次没有给出，未比对" },
        en: { message: "in the record of what was sent, but not given; not compared" },
    }),
}
