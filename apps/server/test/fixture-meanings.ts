/** What each sample webhook must come to, as `readMeaning` tells it. Ids of a contact are those of the sample. */
const amara = 'contact Amara Obi (business_scoped_user_id US.20481937560284417735, wa_id 12025550177)';

export const fixtureMeanings: Readonly<Record<string, readonly string[]>> = {
  account_alerts: ['event alert.verified_badge_granted success of the account'],
  account_review_update: ['event account.approved success of the account'],
  account_settings_update: ['event number.settings_changed info'],
  account_update_coexistence_disconnected: ['event coexistence.ended critical of the account'],
  account_update_disabled: ['event account.disable_scheduled critical of the account'],
  account_update_offboarded: ['event account.offboarded warning of the account'],
  account_update_partner_app_installed: ['event partner.app_installed info of the account'],
  account_update_restriction: ['event account.restricted critical of the account'],
  account_update_volume_tier: ['event account.volume_tier_reached success of the account'],
  audio: ['message inbound audio {"voice":false} unread window', amara],
  automatic_events: ['event conversion.purchase success'],
  business_capability_update: [
    'number all limit=TIER_2K',
    'event account.limits_changed info of the account',
  ],
  business_username_updates: ['event number.username_approved success of the account'],
  button: [
    'message inbound interactive_reply {"title":"Stop promotions","replyId":"STOP_PROMOS","replyType":"template_button"} quotes unread window',
    amara,
  ],
  calls_connect_business_initiated: [
    'message echo call {"callId":"wacid.HBgLMTIwMjU1NTAxNzcVAgARGCBFQTAxQjJDM0Q0RTVGNjA4","outcome":"ringing","calledBy":"business","durationMs":null}',
    amara,
    'event call.begun info',
  ],
  calls_connect_user_initiated: [
    'message inbound call {"callId":"wacid.HBgLMTIwMjU1NTAxNzcVAgASGCBFQTAxQjJDM0Q0RTVGNjA3","outcome":"ringing","calledBy":"contact","durationMs":null} unread window',
    amara,
    'event call.begun info',
  ],
  calls_status_ringing: [
    'message echo call {"callId":"wacid.HBgLMTIwMjU1NTAxNzcVAgARGCBFQTAxQjJDM0Q0RTVGNjA4","outcome":"ringing","calledBy":"business","durationMs":null}',
    amara,
    'event call.ringing info',
  ],
  calls_terminate: [
    'message echo call {"callId":"wacid.HBgLMTIwMjU1NTAxNzcVAgARGCBFQTAxQjJDM0Q0RTVGNjA4","outcome":"answered","calledBy":"business","durationMs":108000} window',
    amara,
    'event call.ended info',
  ],
  contacts: [
    'message inbound contacts {"cards":[{"name":"Dario Petrov","urls":["https://kilns.example.com"],"emails":["dario@example.com"],"phones":[{"waId":"12025550188","label":"CELL","number":"+1 202-555-0188"}],"birthday":"1989-04-17","jobTitle":"Owner","addresses":[{"zip":"22201","city":"Arlington","label":"WORK","state":"VA","street":"4 Elm Row","country":"United States"}],"nameParts":{"last":"Petrov","first":"Dario"},"department":"Sales","organisation":"Petrov Kilns"}]} unread window',
    amara,
  ],
  contacts_request_contact_info: [
    'message inbound contacts {"cards":[{"name":"Noor","emails":[],"phones":[{"waId":"971500000021","label":"CELL","number":"+971 50 000 0021"}],"nameParts":{"first":"Noor"}}],"requested":true} quotes unread window',
    'contact Noor (business_scoped_user_id AE.88102437765510093421)',
  ],
  document: [
    'message inbound document {"caption":"Signed quote","fileName":"quote-2214.pdf"} unread window',
    amara,
  ],
  edit: ['revision edit Hi! Do you still have the GREEN teapot in stock?'],
  errors_value_level: ['event number.fault warning'],
  flows_endpoint_error_rate: ['event flow.endpoint_errors critical of the account'],
  flows_status_change: ['event flow.status_changed info of the account'],
  group_lifecycle_update: [
    'contact Glaze club (group_id Y2FwaV9ncm91cDoxMjAyNTU1MDE0MzoxMjAzNjM0MDAxMTIyMzM0NA)',
    'event group.created success',
  ],
  group_participants_remove: ['event group.members_not_removed warning'],
  group_participants_update: ['event group.members_joined info'],
  group_settings_update: [
    'contact Glaze club 2026 (group_id Y2FwaV9ncm91cDoxMjAyNTU1MDE0MzoxMjAzNjM0MDAxMTIyMzM0NA)',
    'event group.settings_failed warning',
  ],
  group_status_update: ['event group.suspended critical'],
  group_text: [
    'message inbound text {"body":"Can everyone make it on Friday?"} by Amara Obi unread window',
    'contact (group_id Y2FwaV9ncm91cDoxMjAyNTU1MDE0MzoxMjAzNjM0MDAxMTIyMzM0NA)',
  ],
  history: ['event history.received info'],
  history_declined: ['event history.declined warning'],
  history_media: ['event history.media_received info'],
  image: ['message inbound image {"caption":"The glaze I had in mind"} unread window', amara],
  interactive_button_reply: [
    'message inbound interactive_reply {"title":"09:00","replyId":"slot-0900","replyType":"button"} quotes unread window',
    amara,
  ],
  interactive_call_permission_reply: [
    'message inbound call_permission_reply {"accepted":true,"automatic":false,"expiresAt":"2026-11-08T02:32:00.000Z","permanent":false} quotes unread window',
    amara,
  ],
  interactive_list_reply: [
    'message inbound interactive_reply {"title":"Express","replyId":"ship-express","replyType":"list","description":"Arrives in 1-2 days"} quotes unread window',
    amara,
  ],
  interactive_nfm_reply_address: [
    'message inbound address_reply {"body":"Kavya Rao\\n12 Lake Road, Bengaluru 560001","values":{"city":"Bengaluru","name":"Kavya Rao","state":"Karnataka","address":"Lake Road","in_pin_code":"560001","house_number":"12","phone_number":"+919000000345"},"savedAddressId":"addr-1"} quotes unread window',
    'contact Kavya Rao (business_scoped_user_id IN.55019283746650112233, wa_id 919000000345)',
  ],
  interactive_nfm_reply_flow: [
    'message inbound flow_reply {"body":"Sent","token":"ft_77c1","answers":[{"key":"class","value":"wheel-101"},{"key":"seats","value":"2"},{"key":"notes","value":"left-handed"}]} quotes unread window',
    amara,
  ],
  interactive_payment_method: [
    'message inbound payment_method_reply {"method":"offsite_card_pay","paidAt":"2026-11-01T02:41:38.000Z","referenceId":"ord-2231","lastFourDigits":"5235"} unread window',
    'contact Davi Rocha (business_scoped_user_id BR.77120934556120098341, wa_id 5511900000123)',
  ],
  location: [
    'message inbound location {"name":"Riverside Studio","address":"18 Wharf St, Washington, DC 20001","latitude":38.897957,"longitude":-77.03656} unread window',
    amara,
  ],
  message_template_components_update: [
    'template order_update_v2',
    'event template.content_changed info of the account',
  ],
  message_template_quality_update: [
    'template order_update_v2 quality=YELLOW',
    'event template.quality_medium warning of the account',
  ],
  message_template_status_update: [
    'template kiln_day_invite status=REJECTED reason=Two variables are adjacent without text between them. category=MARKETING',
    'event template.rejected warning of the account',
  ],
  message_template_status_update_paused: [
    'template spring_sale status=PAUSED reason=Paused for 3 hours because of low quality feedback. category=MARKETING',
    'event template.paused warning of the account',
  ],
  messaging_handovers: ['event thread.given warning'],
  order: [
    'message inbound order {"note":"Gift wrap please","items":[{"quantity":1,"productId":"TEAPOT-BLUE-900","unitPrice":{"currency":"USD","amountMicros":48500000}},{"quantity":2,"productId":"CUP-SAND-4","unitPrice":{"currency":"USD","amountMicros":12000000}}],"catalogId":"601188773344552"} unread window',
    amara,
  ],
  partner_solutions: ['event solution.changed info of the account'],
  payment_configuration_update: ['event payments.to_test info of the account'],
  phone_number_name_update: [
    'number 12025550143 nameStatus=REJECTED',
    'event number.name_rejected warning of the account',
  ],
  phone_number_quality_update: [
    'number 12025550143 limit=TIER_UNLIMITED messagesPerSecond=1000',
    'event number.throughput_raised success of the account',
  ],
  reaction: ['message inbound reaction {"emoji":"👍","targetMessageId":null} unread window', amara],
  reaction_removed: ['message inbound reaction {"emoji":null,"targetMessageId":null} window', amara],
  request_welcome: ['message inbound welcome_request window', amara],
  revoke: ['revision revoke'],
  security: ['event number.pin_reset_requested critical of the account'],
  smb_app_state_sync: ['event address_book.changed info'],
  smb_message_echoes: ['message echo text {"body":"Typing this from the shop phone"}', amara],
  smb_message_echoes_edit: ['revision edit by business Typing this from the studio phone'],
  standby: ['event thread.copied info'],
  status_delivered: ['status delivered utility'],
  status_failed: ['status failed 131047'],
  status_free_customer_service: ['status sent service'],
  status_free_entry_point: ['status sent referral_conversion'],
  status_group: ['status read in a group group_service'],
  status_marketing_lite: ['status delivered marketing_lite'],
  status_payment: ['status payment:captured', 'event payment.captured success'],
  status_played: ['status played'],
  status_read: ['status read'],
  status_sent: ['status sent utility'],
  sticker: ['message inbound sticker {"animated":false} unread window', amara],
  system_customer_identity_changed: [
    'message inbound system {"body":"User Amara Obi\'s security code changed","event":"customer_identity_changed"}',
    amara,
  ],
  system_user_changed_number: [
    'message inbound system {"body":"User Amara Obi changed from 12025550177 to 12025550199","next":"+12025550199","event":"user_changed_number","previous":"+12025550177"}',
    'contact (business_scoped_user_id US.20481937560284417735, business_scoped_user_id US.90317746120058831004, wa_id 12025550177 released, wa_id 12025550199)',
  ],
  system_user_changed_user_id: [
    'message inbound system {"body":"User changed from BR.11223344556677889900 to BR.66554433221100998877","next":"BR.66554433221100998877","event":"user_changed_user_id","previous":"BR.11223344556677889900"}',
    'contact (business_scoped_user_id BR.11223344556677889900, business_scoped_user_id BR.66554433221100998877)',
  ],
  template_category_update: [
    'template welcome_gift category=MARKETING',
    'event template.category_changed warning of the account',
  ],
  template_category_update_impending: [
    'template welcome_gift category=UTILITY',
    'event template.category_will_change warning of the account',
  ],
  template_correct_category_detection: ['event template.category_misused warning of the account'],
  text: [
    'message inbound text {"body":"Hi! Do you still have the blue teapot in stock?"} unread window',
    amara,
  ],
  text_ctwa_referral: [
    'message inbound text {"body":"Can I get more info on this?"} referral=ad Chat with our studio unread window',
    amara,
  ],
  text_forwarded: [
    'message inbound text {"body":"Workshop moved to Saturday 10:00"} forwarded=forwarded unread window',
    amara,
  ],
  text_frequently_forwarded: [
    'message inbound text {"body":"Everyone is sharing this one"} forwarded=often unread window',
    amara,
  ],
  text_referred_product: [
    'message inbound text {"body":"Is this dishwasher safe?"} product=TEAPOT-BLUE-900 unread window',
    amara,
  ],
  text_reply_context: [
    'message inbound text {"body":"Yes, the second one please"} quotes unread window',
    amara,
  ],
  text_username_bsuid_only: [
    'message inbound text {"body":"Found you by username, hello"} unread window',
    'contact Jo (business_scoped_user_id GB.31415926535897932384)',
  ],
  unsupported: [
    'message inbound unsupported {"what":"poll_creation","reason":"Message type unknown","wireType":"unsupported","providerCode":131051} unread window',
    amara,
  ],
  unsupported_edit: [
    'message inbound unsupported {"what":"edit","reason":"Message type unknown","wireType":"unsupported","providerCode":131051} unread window',
    amara,
  ],
  user_actions_marketing_click: ['event marketing.link_clicked info'],
  user_id_update: [
    'contact (business_scoped_user_id US.20481937560284417735, business_scoped_user_id US.90317746120058831004, wa_id 12025550177)',
    'event person.user_id_changed info',
  ],
  user_preferences: ['preference marketing_messages stop', amara, 'event person.marketing_stopped warning'],
  video: ['message inbound video {"caption":"Kiln opening"} unread window', amara],
  voice: ['message inbound audio {"voice":true} unread window', amara],
};
