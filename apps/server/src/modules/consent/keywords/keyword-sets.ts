/**
 * The words by which people agree, stop or ask for help, as whole messages. No rule of WhatsApp prescribes a list.
 * Sources, 2026-11-21: Braze, AWS, Telnyx, Sent (English); AWS (French: ARRET); Aivo (Spanish, Portuguese); the FCC's rule on
 * revoking consent; everything else is a plain translation that nobody has confirmed.
 */
export interface KeywordSet {
  readonly optIn: readonly string[];
  readonly optOut: readonly string[];
  readonly help: readonly string[];
  /** Change consent only as an answer to a question that waits for one. */
  readonly ambiguous: readonly string[];
}

/** By language (BCP 47). */
export const keywordSets: Readonly<Record<string, KeywordSet>> = {
  en: {
    optIn: ['START', 'YES', 'SUBSCRIBE', 'UNSTOP', 'JOIN', 'OPTIN', 'OPT-IN', 'OPT IN', 'RESUME'],
    optOut: [
      'STOP',
      'STOPALL',
      'STOP ALL',
      'UNSUBSCRIBE',
      'CANCEL',
      'END',
      'QUIT',
      'REVOKE',
      'OPTOUT',
      'OPT-OUT',
      'OPT OUT',
      'REMOVE',
    ],
    help: ['HELP', 'INFO'],
    ambiguous: ['YES', 'CANCEL', 'END'],
  },
  ja: {
    optIn: ['開始', 'はい', '登録', '再開', '配信開始', '購読', '同意', '同意します', 'スタート'],
    optOut: [
      '停止',
      '解除',
      '配信停止',
      '退会',
      '購読解除',
      '登録解除',
      '配信解除',
      '受信拒否',
      '中止',
      'ストップ',
      'やめて',
      'いいえ',
    ],
    help: ['ヘルプ', '助けて', '問い合わせ'],
    ambiguous: ['はい', 'いいえ', '同意', '登録', '中止', '退会'],
  },
  es: {
    optIn: ['INICIAR', 'SUSCRIBIR', 'ALTA', 'SI', 'SÍ', 'EMPEZAR'],
    optOut: ['BAJA', 'PARAR', 'DETENER', 'CANCELAR', 'DESUSCRIBIR', 'ALTO', 'SALIR', 'NO MAS', 'NO MÁS'],
    help: ['AYUDA', 'INFO'],
    ambiguous: ['SI', 'SÍ', 'CANCELAR', 'ALTO', 'SALIR'],
  },
  pt: {
    optIn: ['INICIAR', 'CADASTRAR', 'SIM', 'INSCREVER', 'VOLTAR'],
    optOut: ['PARAR', 'PARE', 'CANCELAR', 'REMOVER', 'DESCADASTRAR', 'SAIR'],
    help: ['AJUDA', 'INFO'],
    ambiguous: ['SIM', 'CANCELAR', 'SAIR', 'VOLTAR'],
  },
  fr: {
    optIn: ['DEBUT', 'DÉBUT', 'OUI', 'REPRENDRE', "S'ABONNER", 'ABONNER'],
    optOut: ['ARRET', 'ARRÊT', 'STOP', 'DESABONNER', 'DÉSABONNER', 'DESINSCRIRE', 'DÉSINSCRIRE'],
    help: ['AIDE', 'INFO'],
    ambiguous: ['OUI'],
  },
  de: {
    optIn: ['START', 'JA', 'ANMELDEN'],
    optOut: ['STOPP', 'STOP', 'ABMELDEN', 'ABBESTELLEN', 'KÜNDIGEN', 'ENDE'],
    help: ['HILFE', 'INFO'],
    ambiguous: ['JA', 'KÜNDIGEN', 'ENDE'],
  },
  it: {
    optIn: ['INIZIA', 'SI', 'SÌ', 'ISCRIVIMI'],
    optOut: ['STOP', 'FERMA', 'CANCELLAMI', 'DISISCRIVIMI', 'ANNULLA ISCRIZIONE'],
    help: ['AIUTO', 'INFO'],
    ambiguous: ['SI', 'SÌ'],
  },
  nl: {
    optIn: ['START', 'JA', 'AANMELDEN'],
    optOut: ['STOP', 'AFMELDEN', 'UITSCHRIJVEN'],
    help: ['HELP', 'INFO'],
    ambiguous: ['JA'],
  },
  pl: {
    optIn: ['START', 'TAK', 'ZAPISZ'],
    optOut: ['STOP', 'WYPISZ', 'REZYGNUJE', 'REZYGNUJĘ'],
    help: ['POMOC'],
    ambiguous: ['TAK'],
  },
  ru: {
    optIn: ['СТАРТ', 'ДА', 'ПОДПИСАТЬСЯ'],
    optOut: ['СТОП', 'ОТПИСАТЬСЯ', 'ОТПИСКА'],
    help: ['ПОМОЩЬ'],
    ambiguous: ['ДА'],
  },
  tr: {
    optIn: ['BAŞLAT', 'EVET', 'ABONE'],
    optOut: ['DUR', 'DURDUR', 'İPTAL', 'RET', 'ABONELİKTEN ÇIK'],
    help: ['YARDIM'],
    ambiguous: ['EVET', 'İPTAL'],
  },
  ar: {
    optIn: ['ابدأ', 'نعم', 'اشتراك'],
    optOut: ['إيقاف', 'توقف', 'إلغاء', 'إلغاء الاشتراك'],
    help: ['مساعدة'],
    ambiguous: ['نعم', 'إلغاء'],
  },
  he: {
    optIn: ['התחל', 'כן'],
    optOut: ['הסר', 'הפסק', 'עצור'],
    help: ['עזרה'],
    ambiguous: ['כן'],
  },
  hi: {
    optIn: ['शुरू', 'हाँ', 'START'],
    optOut: ['बंद', 'रोकें', 'बंद करो', 'STOP'],
    help: ['मदद'],
    ambiguous: ['हाँ'],
  },
  id: {
    optIn: ['MULAI', 'YA', 'LANGGANAN'],
    optOut: ['BERHENTI', 'STOP', 'BERHENTI LANGGANAN'],
    help: ['BANTUAN'],
    ambiguous: ['YA'],
  },
  ms: {
    optIn: ['MULA', 'YA', 'LANGGAN'],
    optOut: ['BERHENTI', 'HENTI', 'STOP'],
    help: ['BANTUAN'],
    ambiguous: ['YA'],
  },
  ko: {
    optIn: ['시작', '네', '예', '구독', '수신동의'],
    optOut: ['중지', '수신거부', '거부', '구독취소', '해지'],
    help: ['도움말'],
    ambiguous: ['네', '예'],
  },
  'zh-Hans': {
    optIn: ['开始', '是', '订阅'],
    optOut: ['停止', '退订', '取消订阅', 'T', 'TD'],
    help: ['帮助'],
    ambiguous: ['是', 'T'],
  },
  'zh-Hant': {
    optIn: ['開始', '是', '訂閱'],
    optOut: ['停止', '取消訂閱', '退訂', '拒收'],
    help: ['幫助', '說明'],
    ambiguous: ['是'],
  },
  th: {
    optIn: ['เริ่ม', 'ใช่', 'สมัคร'],
    optOut: ['หยุด', 'ยกเลิก', 'เลิกรับ'],
    help: ['ช่วยเหลือ'],
    ambiguous: ['ใช่', 'ยกเลิก'],
  },
  vi: {
    optIn: ['BẮT ĐẦU', 'CÓ', 'ĐĂNG KÝ'],
    optOut: ['DỪNG', 'HỦY', 'TỪ CHỐI', 'HỦY ĐĂNG KÝ'],
    help: ['TRỢ GIÚP'],
    ambiguous: ['CÓ', 'HỦY'],
  },
  fil: {
    optIn: ['SIMULAN', 'OO'],
    optOut: ['ITIGIL', 'TIGIL', 'STOP'],
    help: ['TULONG'],
    ambiguous: ['OO'],
  },
};

/** Those that stop everything, not only marketing. */
export const stopEverything: readonly string[] = ['STOPALL', 'STOP ALL'];

/** What Meta's own opt-out button of marketing templates says. (WhatsApp Manager, "Marketing opt-out", 2026) */
export const optOutButtons: readonly string[] = ['Stop promotions', 'プロモーションを停止'];
