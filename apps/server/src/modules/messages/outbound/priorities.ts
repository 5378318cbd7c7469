/** What is served first has the lower number; `priorityOf` says what is which. */
export const replyPriority = 0;
export const automationPriority = 1;
export const campaignPriority = 2;
