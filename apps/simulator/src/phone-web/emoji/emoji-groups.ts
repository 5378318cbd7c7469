import type { Dictionary } from '../i18n/en.ts';

/** Some eighty common emoji: enough to try everything, few enough to see at once. */
export const emojiGroups: readonly Readonly<{ name: keyof Dictionary['emojiGroups']; emoji: string }>[] = [
  { name: 'faces', emoji: '😀 😄 😁 😂 🤣 😊 🙂 😉 😍 😘 😋 😎 🤔 😐 😅 😌 😴 😮 😢 😭 😤 😱 🥺 🤗 🥰 😇' },
  { name: 'hands', emoji: '👍 👎 👏 🙏 🙌 👌 ✌️ 🤞 🤝 💪 👋 🙇 🙆 🙅 🤷 🫶' },
  { name: 'hearts', emoji: '❤️ 🧡 💛 💙 💜 🖤 💕 💔 ✨ ⭐ 🔥 💯 ✅ ❌ ❓ ❗ 💤 🎵' },
  { name: 'things', emoji: '🎉 🎁 🎂 🌸 🌷 🍀 ☀️ ☔ ☕ 🍵 🍰 🍣 🏠 🏢 🚗 🚃 📷 📞 📦 📅 ⏰ 💰 💳 🛒' },
];

export const emojiOf = (group: { emoji: string }): readonly string[] => group.emoji.split(' ');
