import { ask, type Question, type Section, WRITE_TIME, words } from "./question.ts"

/** The first sheet: what is answered once. */

const LABELS_HINT = ["证据编号，登记文件以后再填，见《证据说明》", "labels, once files are registered"] as const

const operation = (path: string, zh: string, en: string, required?: true): readonly Question[] => {
    const must = required === undefined ? {} : { required }
    return [
        ask(`${path}.at`, "time", [`${zh}的时间`, `${en}: time`], {
            ...must,
            hint: WRITE_TIME,
            eg: ["2023-03-20 17:49:08 UTC", "2023-03-20 17:49:08 UTC"],
        }),
        ask(`${path}.what`, "text", [`${zh}的内容`, `${en}: what was done`], {
            ...must,
            hint: ["只写看到的操作，不写是谁做的", "what was done, not by whom"],
            eg: ["现货账户卖出 1.5 BTC", "sold 1.5 BTC on the spot account"],
        }),
        ask(`${path}.source`, "text", [`${zh}的出处`, `${en}: where it is seen`], {
            ...must,
            hint: ["写明文件和行，或者哪个页面", "file and row, or the page"],
            eg: ["账户流水第 4 行", "balance history, row 4"],
        }),
        ask(`${path}.evidence[]`, "labels", [`${zh}的证据编号`, `${en}: evidence`], { hint: LABELS_HINT, eg: "X04" }),
    ]
}

const screen = (path: string, zh: string, en: string): readonly Question[] => [
    ask(`${path}.at`, "time", [`${zh}的时间`, `${en}: time`], { eg: "2023-03-21 01:40 北京时间" }),
    ask(`${path}.value.asset`, "code", [`${zh}的币种`, `${en}: asset`], { eg: "CNY" }),
    ask(`${path}.value.amount`, "amount", [`${zh}的数额`, `${en}: amount`], { eg: "349776.83" }),
    ask(`${path}.source`, "text", [`${zh}的出处`, `${en}: where it is seen`], {
        eg: ["账户总览页面截图", "screenshot of the account page"],
    }),
    ask(`${path}.evidence[]`, "labels", [`${zh}的证据编号`, `${en}: evidence`], { eg: "E001" }),
]

export const SECTIONS: readonly Section[] = [
    {
        title: words(["这份材料", "This file"]),
        questions: [
            ask("ref", "code", ["材料编号", "Reference"], {
                required: true,
                hint: ["程序已经填好，一般不改", "already filled in"],
                eg: "LX-2023-0321",
            }),
            ask("recipient", "desk", ["向哪个交易所调取", "Exchange to be asked"], {
                hint: ["没有您的交易所的，先问民警", "ask the police where yours is not among them"],
            }),
            ask("preparedAt", "time", ["材料制作时间", "Time of preparation"], {
                required: true,
                hint: ["每次重新生成前更新", "update before each build"],
                eg: "2023-04-23 10:00 北京时间",
            }),
            ask("matter", "text", ["事项名称", "Matter"], {
                hint: ["不填则自动拟写", "made up if left blank"],
                eg: ["币安账户资产减少一事", "loss of assets on a Binance account"],
            }),
        ],
    },
    {
        title: words(["一、您是谁", "1. Who you are"]),
        questions: [
            ask("reporter.name", "text", ["姓名", "Name"], { required: true, eg: ["林晓舟", "Lin Xiaozhou"] }),
            ask("reporter.namePinyin", "text", ["姓名拼音", "Name in pinyin"], { eg: "Lin Xiaozhou" }),
            ask("reporter.phone", "code", ["手机号码", "Telephone"], { required: true, eg: "+86 139 0000 0000" }),
            ask("reporter.idKind", "choice", ["证件种类", "Kind of ID"], {
                words: "idKind",
                hint: ["居民身份证的不用填", "leave blank for a resident ID card"],
            }),
            ask("reporter.idNumber", "code", ["证件号码", "ID number"], {
                hint: ["只给公安机关", "for the police only"],
                eg: "999999199001010024",
            }),
            ask("reporter.address", "text", ["住址", "Address"], {
                hint: ["只给公安机关", "for the police only"],
                eg: ["示例省示例市虚构路1号", "1 Example Road"],
            }),
            ask("reporter.email", "code", ["电子邮箱", "E-mail"], {
                hint: ["您自己的邮箱，只给公安机关", "your own, for the police only"],
                eg: "lin@mail.example",
            }),
        ],
    },
    {
        title: words(["二、哪个交易所、哪个账户", "2. Which exchange, which account"]),
        note: words([
            "UID、注册邮箱、注册手机号码至少填一项，能填 UID 的一定填；UID 在交易所应用的个人中心，头像旁边。",
            "Give the UID, the registered e-mail or telephone; the UID wherever you can, it is on the profile page of the app.",
        ]),
        questions: [
            ask("account.exchange", "text", ["交易所名称", "Exchange"], { required: true, eg: ["币安", "Binance"] }),
            ask("account.uid", "code", ["账户 UID", "Account UID"], { hint: ["照抄", "copy it"], eg: "100000001" }),
            ask("account.registeredEmail", "code", ["注册邮箱", "Registered e-mail"], { eg: "trader@mail.example" }),
            ask("account.subAccounts[]", "code", ["子账户", "Sub-accounts"], {
                rows: 2,
                hint: [
                    "密钥或者操作在子账户的才填：子账户的 UID、邮箱或者名称，几个分开写",
                    "only where the key or the operations are of a sub-account: its UID, mailbox or name, one entry each",
                ],
                eg: "100000002",
            }),
            ask("account.registeredPhone", "code", ["注册手机号码", "Registered telephone"], {
                hint: ["只给公安机关", "for the police only"],
                eg: "+86 139 0000 0000",
            }),
            ask(
                "account.holder.name",
                "text",
                ["账户是别人或者单位的，持有人的名称", "Holder, where the account is not your own"],
                {
                    hint: [
                        "账户是您本人的不填。替父母、孩子等报案，或者代表单位报案的，写持有人，上面“您是谁”写您自己",
                        "leave blank for your own account. For a relative, a ward or a company: the holder here, yourself above",
                    ],
                    eg: ["样例贸易有限公司", "Example Trading Ltd"],
                },
            ),
            ask("account.holder.nameEn", "text", ["持有人的拼音或者英文名称", "Holder in Latin letters"], {
                eg: "Lin Daxiao",
            }),
            ask("account.holder.kind", "choice", ["持有人是个人还是单位", "Person or organisation"], {
                words: "holder",
            }),
            ask("account.holder.relation", "text", ["您是持有人的什么人", "What you are to the holder"], {
                eg: ["女儿；监护人（母亲）；法定代表人", "daughter; guardian; legal representative"],
            }),
            ask("account.products[]", "text", ["用过的业务", "Products used"], {
                rows: 3,
                hint: ["几项分开写", "one entry each"],
                offers: [
                    ["现货交易", "spot"],
                    ["合约交易", "futures"],
                    ["C2C 交易", "C2C"],
                    ["理财", "earn"],
                ],
                eg: ["现货交易", "spot"],
            }),
        ],
    },
    {
        title: words(["三、出了什么事，何时发现", "3. What happened, and when it was noticed"]),
        note: words([
            "被交易：账户里出现不是您下的委托；被划转：资产在您自己的账户之间被移动；被提币：币被转到别人的地址或者账户；账户被接管：您自己登录不了；被骗付款：您自己把钱或币转给了骗子。有几项填几项。",
            "trades: orders that are not yours; internal transfers: assets moved between your own wallets; withdrawals: coins sent to addresses or accounts of others; account taken over: you cannot log in; payment by deception: you were deceived into sending money or coins. Give all that apply.",
        ]),
        questions: [
            ask("incident.kind[]", "choice", ["出了什么事", "What happened"], {
                required: true,
                rows: 3,
                words: "kind",
                hint: ["几项分开写", "one entry each"],
            }),
            ask("incident.cause", "choice", ["可能的原因", "Likely cause"], {
                words: "cause",
                hint: [
                    "您知道多少填多少。接口密钥：把 API 密钥给过第三方应用；假网站或假客服：在假的页面、应用里输入过密码或者验证码；设备被控制：手机、电脑中了木马或被远程操作；账号被他人登录：看到不是自己的登录记录",
                    "as far as you know. API key: given to a third-party app; phishing: password or code typed into a false page or app; device: malware or remote control; log-in by others: log-ins that are not yours",
                ],
            }),
            ask("incident.device", "text", ["哪台设备", "Which device"], {
                when: { causes: ["device", "login"] },
                hint: [
                    "被控制的设备，或者登录记录里不认识的设备",
                    "the device that was controlled, or the one in the log-ins that you do not know",
                ],
                eg: ["华为 P40 手机，或者登录记录中的 Windows Chrome", "Huawei P40; Windows, Chrome in the log"],
            }),
            ask("incident.noticedAt", "time", ["何时发现", "When it was noticed"], {
                required: true,
                hint: WRITE_TIME,
                eg: ["2023-03-21 09:30 北京时间", "2023-03-21 09:30 UTC+8"],
            }),
        ],
    },
    {
        title: words(["四、第一次不是您本人的操作", "4. First operation that was not yours"]),
        note: words([
            "被骗付款的，写第一次付款。不知道时间的写 不清楚，不要估计。",
            "For a payment by deception: the first payment. Where the time is not known say so.",
        ]),
        questions: operation("incident.firstOperation", "第一次操作", "First operation", true),
    },
    {
        title: words(["五、最后一次不是您本人的操作", "5. Last operation that was not yours"]),
        note: words(["只有一次的不填。", "Leave it blank where there was but one."]),
        questions: operation("incident.lastOperation", "最后一次操作", "Last operation"),
    },
    {
        title: words(["六、少了什么", "6. What is missing"]),
        lists: ["loss.assets", "transfers", "bankAccounts"],
        elsewhere: words([
            "少了哪些币、各多少，填“少了什么”表；币或钱去了哪里，填“转出记录”“收款账户”表。下面各项有就填。",
            "What is missing goes to the sheet Missing, where it went to Transfers and Bank accounts. The rest here as far as there is any.",
        ]),
        questions: [
            ...screen("loss.before", "事发前页面显示", "Shown before"),
            ...screen("loss.after", "事发后页面显示", "Shown after"),
            ask("loss.netLoss.value.asset", "code", ["净损失的币种", "Net loss: asset"], { eg: "USDT" }),
            ask("loss.netLoss.value.amount", "amount", ["净损失的数额", "Net loss: amount"], { eg: "40856.89" }),
            ask("loss.netLoss.source", "text", ["净损失的出处", "Net loss: where it comes from"], {
                eg: ["合约委托成交额与手续费合计", "futures orders and fees added up"],
            }),
            ask("loss.netLoss.evidence[]", "labels", ["净损失的证据编号", "Net loss: evidence"], { eg: "X03" }),
            ask("loss.method", "text", ["计算方法", "Method"], {
                eg: ["资产数量取账户流水中被卖出的数量", "quantities sold, from the balance history"],
            }),
            ask("loss.sources[]", "text", ["计算依据", "Records used"], {
                rows: 2,
                hint: ["几项分开写", "one entry each"],
                eg: ["账户流水（X04）", "balance history (X04)"],
            }),
        ],
    },
    {
        title: words([
            "七、有没有把接口密钥（API）给过第三方应用",
            "7. Whether an API key was given to a third-party app",
        ]),
        note: words([
            "没有密钥的，第一格写“无”；密钥只给自己的程序用的，第一格也写“无”，其余照填。这里绝不写密钥本身。",
            "Without a key write “none”; of a key that only your own program used write “none” too and answer the rest. Never write the key itself.",
        ]),
        when: { causes: ["api-key"] },
        questions: [
            ask("apiKey.thirdParty", "text", ["给了哪个应用", "To which app"], {
                when: { causes: ["api-key"] },
                eg: ["TideGrid 交易机器人", "TideGrid trading bot"],
            }),
            ask("apiKey.connection", "text", ["怎么授权的", "How it was connected"], {
                eg: ["一键授权，2022-11-06", "one-click authorisation on 2022-11-06"],
            }),
            ask("apiKey.label", "text", ["密钥在交易所页面上的名称", "Name of the key on the page"], {
                when: { causes: ["api-key"] },
                eg: "TideGrid-1",
            }),
            ask("apiKey.lastCharacters", "code", ["密钥编号的最后几位", "Last characters of the key id"], {
                when: { causes: ["api-key"] },
                hint: ["最多 8 位，只写最后几位", "8 at most"],
                eg: "7Kq2",
            }),
            ask("apiKey.createdAt", "time", ["密钥何时创建", "When the key was made"], {
                when: { causes: ["api-key"] },
                hint: WRITE_TIME,
                eg: "2022-11-06 20:15 北京时间",
            }),
            ask("apiKey.permissions[]", "text", ["密钥有哪些权限", "Permissions of the key"], {
                rows: 3,
                hint: ["几项分开写", "one entry each"],
                offers: [
                    ["读取", "read"],
                    ["现货及杠杆交易", "spot and margin trading"],
                    ["合约", "futures"],
                    ["万向划转", "universal transfer"],
                    ["提现", "withdrawal"],
                ],
                eg: ["读取", "read"],
            }),
            ask("apiKey.state", "choice", ["密钥现在怎样", "State of the key"], { words: "keyState" }),
            ask("apiKey.stateAt", "time", ["删除或停用的时间", "Since when"], { eg: "2023-03-21 10:12 北京时间" }),
            ask("apiKey.source", "text", ["密钥的出处", "Key: where it is seen"], { eg: ["API 管理页面", "API page"] }),
            ask("apiKey.evidence[]", "labels", ["密钥的证据编号", "Key: evidence"], { eg: "E001" }),
        ],
    },
    {
        title: words(["八、双重验证（2FA）", "8. Two-factor authentication"]),
        questions: [
            ask("twoFactor.enabled", "choice", ["事发时是否开启", "Whether it was on"], {
                words: "yesNo",
                when: { kinds: ["unauthorised-withdrawal", "account-takeover"], causes: ["login", "phishing"] },
            }),
            ask("twoFactor.kinds[]", "text", ["用哪些方式", "Of what kind"], {
                rows: 2,
                hint: ["几项分开写", "one entry each"],
                offers: [
                    ["身份验证器", "authenticator app"],
                    ["短信", "text message"],
                    ["邮箱", "e-mail"],
                    ["通行密钥", "passkey"],
                ],
                eg: ["身份验证器", "authenticator app"],
            }),
            ask("twoFactor.note", "text", ["说明", "Note"], {
                eg: ["事发时没有收到验证请求", "no request arrived at that time"],
            }),
        ],
    },
    {
        title: words(["九、已向谁报告", "9. Reports made"]),
        elsewhere: words(["填“已向谁报告”表。", "On the sheet Reports."]),
        lists: ["reports"],
        questions: [],
    },
    {
        title: words(["十、报案还是控告", "10. Reporter or accuser"]),
        questions: [
            ask("reporter.capacity", "choice", ["报案还是控告", "In which capacity"], {
                required: true,
                words: "capacity",
                hint: [
                    "控告有明确的被控告人；控告人可收到不予立案通知书并申请复议",
                    "an accuser names the accused, is notified of a refusal and may ask for review",
                ],
            }),
        ],
    },
    {
        title: words(["十一、希望公安机关调取什么", "11. What the police are to obtain"]),
        questions: [
            ask("wanted[]", "text", ["希望调取", "Wanted"], {
                required: true,
                rows: 6,
                hint: ["可以从中选，也可以自己写；几项分开写", "choose or write in your own words; one entry each"],
                offers: [
                    ["登录记录、设备、IP 和双重验证记录", "log-ins and devices and IP addresses"],
                    ["提币和划转的时间、数量、去向和发起方式", "withdrawals and transfers"],
                    ["接口密钥编号、来源 IP 和密钥变更记录", "API keys and source IPs"],
                    ["订单、成交和资金流水的原始导出", "orders and fills and balance history"],
                    ["所列订单的成交对手方账户", "counterparties of the listed orders"],
                    ["收款账户的注册身份和后续提币记录", "holders of the receiving accounts"],
                ],
                eg: ["登录记录、设备、IP 和双重验证记录", "log-ins and devices and IP addresses"],
            }),
        ],
    },
    {
        title: words(["十二、原件在哪里", "12. Where the originals are"]),
        questions: [
            ask("originals", "text", ["原件在哪里", "Where the originals are"], {
                required: true,
                hint: [
                    "手机型号、存放处、账号是否还登录着、是否愿意配合提取",
                    "model and place of the phone, whether the account is still logged in",
                ],
                eg: ["手机在家，账号保持登录，愿意配合提取", "phone at home, still logged in"],
            }),
        ],
    },
    {
        title: words(["选填：从导出文件选用的行", "Optional: rows of exports"]),
        note: words([
            "不想逐项抄写订单和划转的，在这里写文件编号和行号，程序照文件填入；表头是第 1 行。",
            "In place of typing orders and transfers name their rows; the header is row 1.",
        ]),
        questions: [
            ask("exportRows[]", "text", ["选用的行", "Rows"], {
                rows: 3,
                hint: [
                    "如 X03 2-18，或 X03 加订单号；几个文件分开写",
                    "such as X03 2-18, or X03 and an order id; one file each",
                ],
                eg: "X03 2-18",
            }),
        ],
    },
    {
        title: words(["选填：C2C 买卖", "Optional: C2C trades"]),
        elsewhere: words(["买入、卖出的合计填“折算和C2C”表。", "Totals bought and sold go to the sheet Equivalents."]),
        questions: [
            ask("loss.c2c.from", "time", ["C2C 的起始日期", "C2C: from"], {
                hint: ["写明是北京时间还是 UTC 的日期", "a date in Beijing time or in UTC: say which"],
                eg: "2020-03-01 UTC",
            }),
            ask("loss.c2c.to", "time", ["C2C 的截止日期", "C2C: to"], { eg: "2023-02-13 UTC" }),
            ask("loss.c2c.payment[]", "text", ["C2C 的付款方式", "C2C: means of payment"], {
                rows: 2,
                offers: [
                    ["银行卡", "bank card"],
                    ["支付宝", "Alipay"],
                    ["微信支付", "WeChat Pay"],
                ],
                eg: ["银行卡", "bank card"],
            }),
            ask("loss.c2c.source", "text", ["C2C 的出处", "C2C: where it is seen"], {
                eg: ["C2C 订单历史", "C2C order history"],
            }),
            ask("loss.c2c.evidence[]", "labels", ["C2C 的证据编号", "C2C: evidence"], { eg: "X01、X02" }),
        ],
    },
    {
        title: words(["选填：网上举报时填写的内容", "Optional: what was entered in a report on a web site"]),
        elsewhere: words(["举报时填的网站和应用填“其他”表。", "Sites and apps go to the sheet Other."]),
        questions: [
            ask("reportDetails.occurredAt", "time", ["举报时填的发生时间", "Report: time entered"], {
                eg: "2023-03-21 01:00 北京时间",
            }),
            ask("reportDetails.kinds[]", "text", ["举报时选的类型", "Report: kind chosen"], {
                rows: 2,
                eg: ["网络诈骗", "fraud"],
            }),
        ],
    },
]
