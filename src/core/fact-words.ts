import type { FactName } from './facts.ts';

/**
 * How headers of transcripts and fields of exports name facts: in English, the words of vendors, Chinese and Kazakh.
 * Written small, without blanks, `_` and `-`, in simplified characters.
 */
export const FACT_WORDS: Readonly<Record<FactName, string>> = {
  direction:
    'calldirection|messagedirection|initiationmethod|originatingdirection|initialdirection|方向|呼叫方向|通话方向|会话方向|发起方式|呼叫类型|бағыт|бағыты|қоңыраубағыты|направление',
  voicemail:
    'voicemailkind|语音信箱|语音留言|留言类型|дауыстықпошта|дауыстықхабар|автожауапберуші|голосоваяпочта|автоответчик',
  visibility: 'visibleto|privacy|可见性|可见范围|公开性|көріну|көрінуі|кімгекөрінеді|видимость',
  'disconnected by':
    'disconnectby|disconnectreason|disconnecttype|hangupby|hungupby|hangupparty|hangupcause|endedby|terminatedby|releasedby|挂断方|挂机方|先挂断|先挂机|结束方|谁先挂断|挂断|тұтқаныкімқойды|кімүзді|кімаяқтады|аяқтаған|ктоположилтрубку|завершил',
  callback: 'iscallback|returncall|returnedcall|回电|回拨|回访来电|回复来电|керіқоңырау|жауапқоңырау|обратныйзвонок',
  'missed call':
    'missedcallbefore|未接来电|未接|漏接|漏接来电|曾漏接|жауапсызқоңырау|қабылданбағанқоңырау|пропущенныйзвонок',
  'agreed time':
    'agreedat|callbacktime|callbackat|agreedcallbacktime|scheduledcallback|约定时间|约定回电时间|预约回电|预约回电时间|预约时间|келісілгенуақыт|келісілгенмерзім|согласованноевремя',
  lateness: '延误时长|迟到时长|кешігу|кешігууақыты|опоздание',
  attempts:
    'failedattempts|unsuccessfulattempts|previousattempts|attemptcount|callattempts|未接通次数|未成功次数|尝试次数|拨打失败次数|сәтсізәрекет|сәтсізәрекеттер|әрекетсаны|неудачныепопытки',
  'new customer':
    'isnewcustomer|firsttimecustomer|firstpurchase|新客户|新客|是否新客|是否新客户|жаңатұтынушы|жаңаклиент|новыйклиент',
  purchase:
    'purchased|purchasemade|ordermade|haspurchase|converted|成交|已下单|下单|已购买|是否成交|сатыпалды|сатыпалу|тапсырысберді|покупка',
  bulk: 'isbulk|masssend|broadcast|campaign|群发|是否群发|批量发送|жаппай|жаппайжіберу|көпшілікке|рассылка',
  sent: 'sentat|sendat|senttime|sendtime|sentdatetime|scheduledat|scheduledfor|scheduledtime|发送时间|定时发送|计划发送时间|预定发送时间|жіберілді|жіберілуі|жіберілгенуақыт|жіберууақыты|отправлено',
  'time zone':
    'timezone|customertimezone|recipienttimezone|tz|时区|客户时区|收件人时区|接收方时区|уақытбелдеуі|тұтынушыуақытбелдеуі|часовойпояс',
  'recipient time':
    "customertime|recipientlocaltime|customerlocaltime|customer'slocaltime|customer’slocaltime|customer'stime|recipient'stime|客户当地时间|对方当地时间|收件人时间|收件人当地时间|当地时间|жергіліктіуақыт|тұтынушыуақыты|тұтынушыныңуақыты|местноевремя",
  rings:
    'ringcount|numberofrings|振铃次数|响铃次数|响铃|振铃|铃声次数|铃响次数|шылдыр|шылдырсаны|гудоксаны|гудок|гудки',
  'ring time':
    'ringseconds|ringduration|ringingtime|timetoanswer|振铃时长|响铃时长|振铃秒数|响铃时间|振铃时间|шылдыруақыты|шылдырұзақтығы|времязвонка',
  duration:
    'callduration|durationseconds|durationsec|durations|talktime|handletime|recordingduration|时长|通话时长|通话时间|录音时长|留言时长|ұзақтығы|ұзақтық|қоңырауұзақтығы|сөйлесуұзақтығы|длительность',
  holds: 'holdcount|numberofholds|保持次数|等候次数|等待次数|күттірусаны|күттірулер|удержания',
  'hold time':
    'holdseconds|holdduration|totalholdtime|onholdtime|保持时长|等候时长|等待时长|保持时间|күттіруұзақтығы|күттірууақыты|күтууақыты|времяудержания',
  transfers:
    'transfercount|numberoftransfers|transferredto|转接|转接次数|转接到|转接至|қосулар|ауыстыру|ауыстырулар|ауыстырусаны|переводы',
  returns: 'returncount|returnedtransfers|转回次数|қайтаруауыстыру|қайтақосылу',
};

/** How the values of choices and flags are written. The first name of each is the fact's own. */
export const VALUE_WORDS: Readonly<Record<string, string>> = {
  inbound:
    'in|inbound|incoming|received|呼入|来电|进线|客户来电|客户发起|呼入电话|кіріс|кіріс қоңырау|келген|келген қоңырау|входящий|входящая',
  outbound:
    'out|outbound|outgoing|outbound-api|outbound-dial|outbound_api|dialed|dialled|callback|呼出|外呼|去电|拨出|主动外呼|坐席发起|шығыс|шығыс қоңырау|шалынған|исходящий|исходящая',
  greeting: 'greeting|announcement|问候语|问候|欢迎语|提示语|留言问候语|сәлемдесу|сәлемдеме|приветствие',
  message: 'message|left|left message|留言|消息|给客户的留言|хабар|хабарлама|қалдырылған хабар|сообщение',
  public: 'public|all|everyone|公开|所有人|жалпыға|ашық|көпшілік|публично',
  private: 'private|direct|dm|agents|私信|私聊|仅客户|仅自己|жеке|жабық|лично',
  agent:
    'agent|agent_disconnect|agent disconnect|us|peer|operator|representative|客服|坐席|座席|我方|客服先挂|оператор|агент|қызметкер|біз|оператор қойды',
  customer:
    'customer|customer_disconnect|customer disconnect|client|caller|callee|contact|visitor|客户|顾客|用户|买家|对方|主叫|клиент|тұтынушы|клиент қойды',
  system:
    'system|network|error|timeout|telecom_problem|idle_disconnect|third_party_disconnect|系统|网络|线路|断线|线路故障|жүйе|желі|байланыс үзілді|система',
  true: 'true|yes|y|1|on|是|有|对|已|已成交|иә|бар|ия|да|болды',
  false: 'false|no|n|0|off|否|无|没有|不是|未成交|жоқ|емес|нет|болған жоқ',
};

/** How channels are called. */
export const CHANNEL_WORDS = {
  chat: 'chat|live chat|livechat|web chat|webchat|webwidget|messenger|messaging|native_messaging|whatsapp|telegram|wechat|im|online|在线|在线客服|在线聊天|聊天|微信|旺旺|千牛|网页|чат|онлайн чат|мессенджер|ватсап|телеграм',
  email: 'email|e-mail|mail|邮件|电子邮件|邮箱|хат|электрондық хат|электрондық пошта|пошта|имейл|эл. пошта',
  sms: 'sms|text|text message|短信|简讯|смс|сообщение',
  phone:
    'phone|call|voice|telephone|phone call|phone-call|telephony|电话|通话|语音|热线|来电|телефон|қоңырау|звонок|дауыс',
  voicemail:
    'voicemail|voice mail|answering machine|语音信箱|语音留言|留言|дауыстық пошта|дауыстық хабар|автожауап беруші|голосовая почта|автоответчик',
  social:
    'social|social media|facebook|instagram|twitter|x|weibo|vk|社交|社交媒体|微博|小红书|抖音|әлеуметтік желі|инстаграм|фейсбук|соцсети',
} as const;

/** How a header names the channel. */
export const CHANNEL_NAMES = 'channel|medium|via|渠道|频道|沟通渠道|接入渠道|арна|арнасы|байланыс арнасы|канал';
