import { routes } from '@renkei/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/database';
import { createMember, createSignInToken, signInPerson } from '../../../test/people.ts';
import { TestClock } from '../../../test/test-clock.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { startTestServer, type TestServer } from '../../../test/test-server.ts';
import { Visitor } from '../../../test/visitor.ts';
import { createFirstSignInLink } from './create-first-sign-in-link.ts';

const dayMs = 86_400_000;
const password = 'correct horse battery';
const clock = new TestClock();
const arrivals: unknown[] = [];
let platform: TestPlatform;
let server: TestServer;
let workspaceId: string;

beforeAll(async () => {
  platform = await createTestPlatform({ clock });
  server = await startTestServer(platform, {
    onFirstOwnerArrived: async (...arrival) => {
      arrivals.push(arrival);
    },
  });
  workspaceId = await platform.createWorkspace();
});

afterAll(async () => {
  await server.close();
  await platform.close();
});

const redeem = (browser: Visitor, token: unknown) =>
  browser.call(routes.redeemSignInLink, { body: { token, language: 'ja' } });

async function memberWithPassword() {
  const person = await signInPerson(platform, server.url, workspaceId, 'agent');
  const set = await person.browser.call(routes.updateProfile, { body: { password } });
  expect(set.status).toBe(200);
  return person;
}

describe('200', () => {
  test('a one-time link opens a session that later requests are recognised by', async () => {
    const memberId = await createMember(platform, workspaceId, 'agent');
    const browser = new Visitor(server.url);
    const answer = await redeem(browser, await createSignInToken(platform, workspaceId, memberId));
    expect(answer).toMatchObject({ status: 200, body: { member: { id: memberId, role: 'agent' } } });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(await browser.call(routes.getSession)).toMatchObject({
      status: 200,
      body: { member: { id: memberId, hasPassword: false }, workspace: { id: workspaceId } },
    });
  });

  test('a password signs in, whatever the case of the address', async () => {
    const { email, memberId } = await memberWithPassword();
    const answer = await new Visitor(server.url).call(routes.signIn, {
      body: { email: email.toUpperCase(), password },
    });
    expect(answer).toMatchObject({ status: 200, body: { member: { id: memberId, hasPassword: true } } });
  });

  test('a session in use goes on past its thirty days; one that is not used ends', async () => {
    const used = await signInPerson(platform, server.url, workspaceId, 'agent');
    const unused = await signInPerson(platform, server.url, workspaceId, 'agent');
    clock.advance(20 * dayMs);
    expect((await used.browser.call(routes.getSession)).headers.getSetCookie()).toHaveLength(1);
    clock.advance(20 * dayMs);
    expect((await used.browser.call(routes.getSession)).status).toBe(200);
    expect((await unused.browser.call(routes.getSession)).status).toBe(401);
  });

  test('signing out ends this session and no other of the member', async () => {
    const person = await memberWithPassword();
    const elsewhere = new Visitor(server.url);
    await elsewhere.call(routes.signIn, { body: { email: person.email, password } });
    const stolen = new Visitor(server.url, person.browser.cookie);
    expect((await person.browser.call(routes.signOut)).status).toBe(200);
    expect(person.browser.cookie).toBeUndefined();
    expect((await stolen.call(routes.getSession)).status).toBe(401);
    expect((await elsewhere.call(routes.getSession)).status).toBe(200);
  });

  test('a new password ends all other sessions and keeps this one', async () => {
    const person = await memberWithPassword();
    const elsewhere = new Visitor(server.url);
    await elsewhere.call(routes.signIn, { body: { email: person.email, password } });
    const changed = await person.browser.call(routes.updateProfile, {
      body: { password: 'another good one', currentPassword: password },
    });
    expect(changed.status).toBe(200);
    expect((await person.browser.call(routes.getSession)).status).toBe(200);
    expect((await elsewhere.call(routes.getSession)).status).toBe(401);
  });
});

describe('400', () => {
  test.each([
    ['null', null],
    ['an array', ['a']],
    ['an object', { length: 43 }],
    ['a number', 7],
  ])('a token or password that is %s is no token or password', async (_, value) => {
    const nobody = new Visitor(server.url);
    expect((await redeem(nobody, value)).status).toBe(400);
    const signIn = await nobody.call(routes.signIn, { body: { email: 'a@example.test', password: value } });
    expect(signIn).toMatchObject({ status: 400, body: { fields: [{ path: 'password' }] } });
    expect((await nobody.call(routes.signIn, { body: value })).status).toBe(400);
  });
});

describe('401', () => {
  test('of twenty who redeem one link at the same moment, one gets in', async () => {
    const memberId = await createMember(platform, workspaceId, 'owner');
    const token = await createSignInToken(platform, workspaceId, memberId);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => redeem(new Visitor(server.url), token)),
    );
    expect(answers.map((answer) => answer.status).toSorted((one, other) => one - other)).toEqual([
      200,
      ...Array(19).fill(401),
    ]);
  });

  test('a link is dead after a day, and a made-up one always', async () => {
    const memberId = await createMember(platform, workspaceId, 'agent');
    const token = await createSignInToken(platform, workspaceId, memberId);
    clock.advance(dayMs + 1);
    for (const dead of [token, `${workspaceId}.${'A'.repeat(43)}`, 'nonsense', '']) {
      expect(await redeem(new Visitor(server.url), dead)).toMatchObject({
        status: 401,
        body: { code: 'sign_in_link_invalid' },
      });
    }
  });

  test('a wrong password, an unknown address and a member without a password get the same answer', async () => {
    const { email } = await memberWithPassword();
    const { email: emailWithout } = await signInPerson(platform, server.url, workspaceId, 'agent');
    const answers = [];
    for (const address of [email, emailWithout, 'nobody@example.test']) {
      const body = { email: address, password: 'wrong password' };
      const answer = await new Visitor(server.url).call(routes.signIn, { body });
      answers.push({ ...(answer.body as object), status: answer.status, requestId: '' });
    }
    expect(answers[0]).toMatchObject({ status: 401, code: 'sign_in_failed' });
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
  });

  test('a session left open does not change the password without the present one', async () => {
    const { browser } = await memberWithPassword();
    for (const body of [
      { password: 'taken over now' },
      { email: 'thief@example.test' },
      { password: 'taken over now', currentPassword: 'wrong' },
    ]) {
      expect(await browser.call(routes.updateProfile, { body })).toMatchObject({
        status: 401,
        body: { code: 'sign_in_failed' },
      });
    }
  });
});

describe('409', () => {
  test('the address of another member cannot be taken', async () => {
    const one = await signInPerson(platform, server.url, workspaceId, 'agent');
    const other = await signInPerson(platform, server.url, workspaceId, 'agent');
    const answer = await one.browser.call(routes.updateProfile, { body: { email: other.email } });
    expect(answer).toMatchObject({ status: 409, body: { code: 'email_taken' } });
  });
});

describe('429', () => {
  test('of 200 parallel guesses at an address ten are looked at, and then not even the right one is', async () => {
    const { email } = await memberWithPassword();
    // From as many addresses, as a botnet would: the limit per caller must not be what protects.
    const guess = (number: number, guessed: string) =>
      new Visitor(server.url).call(routes.signIn, {
        body: { email, password: guessed },
        headers: { 'x-forwarded-for': `203.0.113.${number % 250}` },
      });
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, number) => guess(number, `wrong ${number}`)),
    );
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(190);
    const noted = await platform.database.inTenant(workspaceId, (transaction) =>
      transaction.query(sql`select 1 from audit_log where action = 'session.guessing'`),
    );
    expect(noted).toHaveLength(1);
    expect((await guess(201, password)).status).toBe(429);
    clock.advance(15 * 60_000 + 1);
    expect((await guess(202, password)).status).toBe(200);
  });

  test('one caller may knock sixty times a minute', async () => {
    const knock = () =>
      new Visitor(server.url).call(routes.redeemSignInLink, {
        body: { token: 'x', language: 'en' },
        headers: { 'x-forwarded-for': '198.51.100.7' },
      });
    const answers = await Promise.all(Array.from({ length: 70 }, knock));
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(60);
    expect(answers.find((answer) => answer.status === 429)?.body).toMatchObject({
      code: 'too_many_requests',
    });
  });
});

describe('the first link', () => {
  test('makes workspace and owner once, then new links for the same owner; the first arrival is told once', async () => {
    const fresh = await createTestPlatform({ clock });
    const freshServer = await startTestServer(fresh, {
      onFirstOwnerArrived: async (...arrival) => {
        arrivals.push(arrival);
      },
    });
    arrivals.length = 0;
    const ground = { ...fresh, publicUrl: 'http://renkei.test' };
    const links = await Promise.all([
      createFirstSignInLink(ground, 'ja'),
      createFirstSignInLink(ground, 'ja'),
    ]);
    const owners = [];
    for (const link of links) {
      const token = new URL(link).searchParams.get('token');
      const answer = await redeem(new Visitor(freshServer.url), token);
      expect(answer).toMatchObject({ status: 200, body: { member: { role: 'owner', name: 'オーナー' } } });
      owners.push(answer.body);
    }
    expect(owners[0]).toEqual(owners[1]);
    expect(arrivals).toHaveLength(1);
    await freshServer.close();
    await fresh.close();
  });
});
