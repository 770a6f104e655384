import type { VerifyIssues } from "../base/issues/verify.ts"
import { counted, type Messages } from "./message.ts"

/** Files held against the record of what was sent. */
export const sentTexts: Messages<Extract<keyof VerifyIssues, `verify.sent.${string}`>> = {
    "verify.sent.no-record": () => ({
        "zh-CN": { message: "这个包没有发送记录，无法比对发送件", hint: "发送记录在留存包里，请核对留存包" },
        en: {
            message: "this packet has no record of what was sent",
            hint: "the record is in the archive; verify the archive",
        },
    }),
    "verify.sent.nothing": () => ({
        "zh-CN": {
            message: "给出的文件夹里没有可以比对的文件，没有比对",
            hint: "请给出实际发送的文件所在的文件夹，例如 <编号>-send",
        },
        en: {
            message: "the folder given holds no file that could be compared; nothing was compared",
            hint: "give the folder with the files that were sent, such as <ref>-send",
        },
    }),
    "verify.sent.same": ({ name, layer }) => ({
        "zh-CN": { message: `内容与第 ${String(layer)} 层发送记录中的“${name}”一致` },
        en: { message: `the content is that of "${name}" in the record of layer ${String(layer)}` },
    }),
    "verify.sent.not-recorded": () => ({
        "zh-CN": {
            message: "这个文件的内容不在发送记录里",
            hint: "请确认是否为实际发送的文件；邮件程序发出、收到或者另存的邮件与草稿总有不同，请把其中的附件另存，用附件比对",
        },
        en: {
            message: "the content of this file is not in the record of what was sent",
            hint: "make sure that this file was sent; a mail that a mail program sent, received or saved always differs from its draft: save its attachments and compare those",
        },
    }),
    "verify.sent.own-files": ({ count }) => ({
        "zh-CN": {
            message: `给出的是一个包，它自己的清单、签名、索引和说明（${String(count)} 个文件）没有比对：发送记录只记整个 ZIP`,
            hint: "要比对整个包，请给出原来的 ZIP；只比对发出的文件，请另放一个文件夹",
        },
        en: {
            message: `what was given is a packet; its own lists, signatures, index and notes (${counted(count, "file")}) were not compared: the record names the ZIP as a whole`,
            hint: "to compare the whole packet give the original ZIP; to compare what was sent put those files into a folder of their own",
        },
    }),
    "verify.sent.not-given": () => ({
        "zh-CN": { message: "发送记录里有这个文件，这次没有给出，未比对" },
        en: { message: "in the record of what was sent, but not given; not compared" },
    }),
}
