/** Words of the two notes in the packet of what leaves, for whoever opens it later. They name no product and no address. */

export interface ReadmeFacts {
    readonly ref: string
    readonly files: readonly { readonly name: string; readonly en: string; readonly zh: string }[]
    readonly isSigned: boolean
}

export const WHAT = {
    request: {
        en: "the request: English page, sealed Chinese letter, legal instrument, schedules",
        zh: "请求：英文页、盖章公函、法律文书、附表",
    },
    /** Of a kind of request that rests on no instrument. */
    "request-alone": {
        en: "the request: English page, sealed Chinese letter, schedules",
        zh: "请求：英文页、盖章公函、附表",
    },
    identifiers: { en: "account, order and transfer identifiers as text", zh: "账号、订单、划转等编号，可以复制" },
    "identifiers-csv": { en: "the same identifiers as comma-separated text", zh: "同样的编号，CSV 格式" },
    exhibits: { en: "pictures that the request refers to", zh: "请求所附的截图" },
    "letter-copy": { en: "the same text to copy from, not sealed", zh: "可以复制的英文函，未盖章" },
} as const

export const readmeEn = ({ ref, files, isSigned }: ReadmeFacts): string => `Law enforcement request, Ref ${ref}

This is the sender's record of a request: the files as they were prepared for sending, and a list of their SHA-256
values. The files are sent by themselves, not in this archive. There is nothing else in it.

In the folder "data":
${files.map(({ name, en }) => `  ${name}\n      ${en}`).join("\n")}
  index.json
      the same list for programs
  README-EN.txt, README-ZH.txt
      this note, in English and in Chinese; not sent

Beside the folder:
  manifest-sha256.txt
      the SHA-256 value of every file in "data"
  bagit.txt, bag-info.txt, tagmanifest-sha256.txt
      the form of the list (RFC 8493)
${isSigned ? "  signature-1.sig\n      a digital signature over manifest-sha256.txt; it is no seal\n" : ""}
Begin with the first file. Whether this is an official request is shown by the sealed letter in it, not by this archive.
`

export const readmeZh = ({ ref, files, isSigned }: ReadmeFacts): string => `请求材料，编号 ${ref}

本压缩包是发送单位的留底：准备发送的文件原样，以及这些文件的 SHA-256 值清单。实际发送的是单个文件，不是本压缩包。
包内没有其他内容。

“data”文件夹：
${files.map(({ name, zh }) => `  ${name}\n      ${zh}`).join("\n")}
  index.json
      供程序读取的同一清单
  README-EN.txt、README-ZH.txt
      本说明的英文和中文文本，不发送

文件夹之外：
  manifest-sha256.txt
      “data”中每个文件的 SHA-256 值
  bagit.txt、bag-info.txt、tagmanifest-sha256.txt
      清单的格式说明（RFC 8493）
${isSigned ? "  signature-1.sig\n      对 manifest-sha256.txt 的数字签名，不是印章\n" : ""}
请先看第一个文件。是否为正式请求，以其中盖章的公函为准，不以本压缩包为准。
`
