import type { VerifyIssues } from "../base/issues/verify.ts"
import type { Messages } from "./message.ts"

/** What a reader has on paper, held against the packet. */
export const codeTexts: Messages<Extract<keyof VerifyIssues, `verify.code.${string}` | `verify.sha256.${string}`>> = {
    "verify.code.same": ({ of }) =>
        of === "zip"
            ? {
                  "zh-CN": { message: "所给的 SHA-256 与整个 ZIP 的一致" },
                  en: { message: "the SHA-256 given is that of the whole ZIP" },
              }
            : of === "list"
              ? {
                    "zh-CN": {
                        message: "所给的 SHA-256 是文件清单（manifest-sha256.txt）的，一致；核对码是它的前 32 位",
                    },
                    en: {
                        message:
                            "the SHA-256 given is that of the list (manifest-sha256.txt), whose first 32 digits are the check code",
                    },
                }
              : {
                    "zh-CN": { message: "核对码与所给的一致" },
                    en: { message: "the check code is the one given" },
                },
    "verify.code.file": ({ path }) =>
        path === ""
            ? {
                  "zh-CN": { message: "所给的 SHA-256 与这个文件的一致" },
                  en: { message: "the SHA-256 given is that of this file" },
              }
            : {
                  "zh-CN": {
                      message: `所给的 SHA-256 是其中 ${path} 一个文件的，一致；整个包没有与纸质单比对`,
                      hint: "要知道整个包是不是当时的那一份，请输入纸质单上的核对码",
                  },
                  en: {
                      message: `the SHA-256 given is that of one file, ${path}; the packet as a whole was not compared with the paper`,
                      hint: "type the check code of the paper sheet to know whether the packet is the one of that day",
                  },
              },
    "verify.code.earlier-layer": ({ layer, found }) => ({
        "zh-CN": {
            message: `所给的是第 ${String(layer)} 层清单的核对码，其后各层没有比对`,
            hint: `整个包的核对码是 ${found}，请另与制作单位核对`,
        },
        en: {
            message: `the code given is that of the list of layer ${String(layer)}; the layers above were not compared`,
            hint: `the code of the whole packet is ${found}; compare it with its maker`,
        },
    }),
    "verify.code.form": ({ why }) =>
        why === "digits"
            ? {
                  "zh-CN": {
                      message: "所给的不是核对码（32 位十六进制字符，0-9、a-f），也不是 SHA-256（64 位），没有比对",
                      hint: "核对码是八组、每组四个字符，请照纸质单写全",
                  },
                  en: {
                      message:
                          "what was given is no check code (32 hex digits) and no SHA-256 (64); nothing was compared",
                      hint: "a check code is eight groups of four; type all of it as the paper has it",
                  },
              }
            : {
                  "zh-CN": {
                      message:
                          "所给的 SHA-256 不是清单的，也不是其中哪个文件的；如果是整个 ZIP 的，解压后的文件夹无法比对",
                      hint: "请选 ZIP 文件，或者改用核对码",
                  },
                  en: {
                      message:
                          "the SHA-256 given is neither of the list nor of a file in it; that of a whole ZIP cannot be compared with an unpacked folder",
                      hint: "choose the ZIP, or use the check code",
                  },
              },
    "verify.code.differs": ({ found }) => ({
        "zh-CN": {
            message: `核对码与所给的不一致，这份材料的核对码是 ${found}`,
            hint: "请先核对是否输错；没有输错的，这不是纸质单所写的那一份材料",
        },
        en: {
            message: `the check code differs from the one given; this packet's is ${found}`,
            hint: "check the typing; if it is right, this is not the packet that the paper names",
        },
    }),
    "verify.sha256.differs": ({ found }) => ({
        "zh-CN": {
            message:
                found === ""
                    ? "其中没有一个文件的 SHA-256 与所给的一致"
                    : `所给的 SHA-256 与整个文件的不一致，也不是其中哪个文件的；整个文件的是 ${found}`,
            hint: "请先核对是否输错；材料包重新签名以后 SHA-256 会变、核对码不变，可以改用核对码；都没有错的，这不是纸质单所写的那一份",
        },
        en: {
            message:
                found === ""
                    ? "none of the files has the SHA-256 given"
                    : `the SHA-256 given is neither that of the whole file nor of one in it; that of the whole file is ${found}`,
            hint: "check the typing; a packet that was signed again has another SHA-256 and the same check code, so try that; if all is right, this is not what the paper names",
        },
    }),
}
